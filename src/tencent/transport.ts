import { Pool } from "undici";
import { sendCollecting, tooLate } from "../lib/send-collecting.ts";
import { faultNameOf, isNeverSent, type Fault } from "./fault.ts";

export interface TransportOptions {
  readonly baseUrl: string;
  /** Bytes of an answer's body that are read at most. */
  readonly bodyLimit: number;
  /** Time to open a connection, in ms. */
  readonly connectTimeoutMs: number;
}

export interface Post {
  readonly path: string;
  /** As it stands in the URL. */
  readonly query: string;
  readonly body: string;
  /** From sending to the last byte of the answer, in ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Asked in the moment in which it is written to a connection; where not, it is not sent. */
  readonly mayLeave?: () => boolean;
}

/** What came of one query. `mayStillArrive`: it was sent, and Tencent may count it yet. */
export type Exchange =
  /** It was not allowed to leave any more. */
  | { readonly kind: "unsent" }
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly text: string;
      /** The server's Date header, if it sent one. */
      readonly date: string | undefined;
    }
  | { readonly kind: "fault"; readonly fault: Fault; readonly mayStillArrive: boolean };

export interface Transport {
  post(query: Post): Promise<Exchange>;
  close(): Promise<void>;
}

/** The only place that opens connections to Tencent. Never throws; its URL stays in here. */
export function createTransport(options: TransportOptions): Transport {
  // No limit to connections: the quota bounds them, and a call must not queue again beneath it.
  const base = new URL(options.baseUrl);
  const pathPrefix = base.pathname.replace(/\/+$/, "");
  const pool = new Pool(base.origin, {
    connect: { timeout: options.connectTimeoutMs },
    keepAliveTimeout: 30_000,
  });
  // undici's own time-outs count from byte to byte; only a clock of ours bounds the whole.
  const off = { headersTimeout: 0, bodyTimeout: 0 };
  const { bodyLimit } = options;

  return {
    async post({ path, query, body, timeoutMs, signal, mayLeave = always }) {
      if (signal.aborted) return fault("out-of-time", false);
      const sending = sendCollecting(
        pool,
        {
          path: `${pathPrefix}${path}?${query}`,
          method: "POST",
          headers: asJson,
          body,
          ...off,
        },
        { bodyLimit, mayLeave },
      );
      let ended: "timed-out" | "out-of-time" | undefined;
      const end = (name: "timed-out" | "out-of-time"): void => {
        ended ??= name;
        sending.giveUp(new Error(name));
      };
      const timer = setTimeout(() => end("timed-out"), timeoutMs);
      const giveUp = (): void => end("out-of-time");
      signal.addEventListener("abort", giveUp, { once: true });
      try {
        const { status, headers, text } = await sending.answer;
        if (text === undefined) return fault("too-large", false);
        return { kind: "answer", status, text, date: headers.date };
      } catch (error) {
        if (error === tooLate) return { kind: "unsent" };
        const name = ended ?? faultNameOf(error);
        // The head of an answer is one: Tencent has counted this query by then.
        return fault(name, !sending.isHeard() && !isNeverSent(name));
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
      }
    },
    async close() {
      await pool.destroy();
    },
  };
}

const asJson = { "content-type": "application/json" };
const always = (): boolean => true;

function fault(name: Fault["name"], mayStillArrive: boolean): Exchange {
  return { kind: "fault", fault: { name }, mayStillArrive };
}
