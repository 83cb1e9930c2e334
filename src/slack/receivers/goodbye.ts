import { AsyncResource } from "node:async_hooks";
import { monotonic, type MonotonicClock } from "../../lib/time.ts";
import { readFrame, type Emitter, type Listener } from "./frames.ts";

export interface GoodbyeOptions {
  /** Slack does not wait longer for an acknowledgement, in ms. */
  readonly waitMs: number;
  readonly now?: MonotonicClock;
}

/**
 * Lets a client that Slack asks to connect anew acknowledge first what it was just given. It would
 * hang up at once, and whoever asked would read that the app did not answer. Slack itself leaves the
 * connection open for some seconds, and sends nothing more over it.
 */
export function acknowledgeBeforeGoodbye(
  client: Emitter,
  { waitMs, now = monotonic }: GoodbyeOptions,
): void {
  /** Envelopes that were not acknowledged yet, oldest first, with when they came. */
  const owed = new Map<string, number>();
  const waiting = new Set<() => void>();

  function forgetTheLate(): void {
    for (const [id, at] of owed) {
      if (now() - at < waitMs) return;
      owed.delete(id);
    }
  }

  function goOn(): void {
    for (const next of waiting) next();
    waiting.clear();
  }

  function whenNoneIsOwed(action: () => void): void {
    forgetTheLate();
    if (owed.size === 0) {
      action();
      return;
    }
    const timer = setTimeout(() => {
      waiting.delete(next);
      action();
    }, waitMs).unref();
    // Not in the context of what is acknowledged: the next connection, and so all that it brings,
    // would go by that one's reference.
    const next = AsyncResource.bind((): void => {
      clearTimeout(timer);
      // The client tells of an acknowledgement just before it sends it.
      setImmediate(action);
    });
    waiting.add(next);
  }

  client.on("outgoing_message", (message) => {
    const id = idOf(message);
    if (id !== undefined) owed.delete(id);
    if (owed.size === 0) goOn();
  });
  for (const listener of client.listeners("ws_message")) {
    const hear: Listener = (data, ...rest) => {
      const frame = readFrame(data);
      if (frame?.["type"] === "disconnect") {
        whenNoneIsOwed(() => void listener(data, ...rest));
        return;
      }
      const id = idOf(frame);
      if (id !== undefined) {
        forgetTheLate();
        owed.set(id, now());
      }
      return listener(data, ...rest);
    };
    client.off("ws_message", listener);
    client.on("ws_message", hear);
  }
}

function idOf(message: unknown): string | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const id: unknown = Reflect.get(message, "envelope_id");
  return typeof id === "string" ? id : undefined;
}
