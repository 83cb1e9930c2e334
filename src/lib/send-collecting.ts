import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";

/** An answer as it came. `text` is undefined where it is longer than allowed. */
export interface Collected {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string | undefined;
}

export interface Sending {
  /** Rejects with what undici threw, with the reason of `giveUp`, or with `tooLate`. */
  readonly answer: Promise<Collected>;
  /** Whether the head of an answer has come. No getter: each would be a new shape of object for V8. */
  isHeard(): boolean;
  /** Rejects at once. What is not written yet stays so; otherwise its connection is closed. */
  giveUp(reason: unknown): void;
}

export interface SendingOptions {
  /** Bytes of an answer's body that are read at most. */
  readonly bodyLimit: number;
  /** Asked in the moment in which it is written to a connection; where not, it is not sent. */
  readonly mayLeave: () => boolean;
}

/** What a request ends with that may not leave any more. */
export const tooLate = new Error("a request came to be written too late");

/**
 * Sends one request and collects its answer, with nothing between it and undici: a stream, a signal
 * and an interceptor for each would take as long again as the request itself.
 */
export function sendCollecting(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { bodyLimit, mayLeave }: SendingOptions,
): Sending {
  const chunks: Buffer[] = [];
  let size = 0;
  let head: Pick<Collected, "headers" | "status"> = { status: 0, headers: {} };
  let isHeard = false;
  let over: { readonly reason: unknown } | undefined;
  let started: Dispatcher.DispatchController | undefined;
  let fail: ((reason: unknown) => void) | undefined;

  const answer = new Promise<Collected>((resolve, reject) => {
    fail = reject;
    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        // Opening a connection takes its time, and a process may be paused at any point. undici calls
        // this right before it writes, and what is thrown here keeps it from that.
        if (over !== undefined) throw over.reason;
        if (!mayLeave()) throw tooLate;
        started = controller;
      },
      onResponseStart(_, status, headers) {
        isHeard = true;
        head = { status, headers };
      },
      onResponseData(controller, chunk) {
        size += chunk.length;
        if (size <= bodyLimit) chunks.push(chunk);
        else {
          resolve({ ...head, text: undefined });
          controller.abort(new Error("an answer is too long"));
        }
      },
      onResponseEnd() {
        const [only] = chunks;
        const body = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
        resolve({ ...head, text: body.toString("utf8") });
      },
      onResponseError(_, error) {
        reject(error);
      },
    });
  });

  return {
    answer,
    isHeard: () => isHeard,
    giveUp(reason) {
      over ??= { reason };
      fail?.(reason);
      started?.abort(reason instanceof Error ? reason : new Error(String(reason)));
    },
  };
}
