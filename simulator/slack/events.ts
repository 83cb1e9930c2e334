import type { Ack, Delivery } from "./delivery.ts";
import type { JsonObject } from "./json.ts";

// https://docs.slack.dev/apis/events-api: at once, after a minute, after five.
export const RETRY_DELAYS_MS = [0, 60_000, 300_000];

/** An event and every try to deliver it. */
export interface EventDelivery {
  readonly payload: JsonObject;
  readonly tries: readonly Ack[];
  /** The first try's ack. */
  readonly ack: Ack;
  /** When it was acked, or Slack gave up. */
  readonly done: Promise<void>;
}

export interface EventParts {
  readonly retryDelaysMs: readonly number[];
  readonly isClosed: () => boolean;
  readonly send: (delivery: Delivery) => Promise<Ack>;
}

/** Delivers an event, and beside it as many repeats as are asked for. */
export async function deliverEvent(
  payload: JsonObject,
  repeats: number,
  parts: EventParts,
): Promise<EventDelivery> {
  const tries: Ack[] = [];

  async function attempt(retry: Delivery["retry"]): Promise<Ack> {
    const ack = await parts.send({ type: "events_api", payload, acceptsPayload: false, retry });
    tries.push(ack);
    return ack;
  }

  async function retryUntilAcked(last: Ack): Promise<void> {
    for (const [index, delay] of parts.retryDelaysMs.entries()) {
      if (last.ok) return;
      await pause(delay);
      if (parts.isClosed()) return;
      const reason = last.late ? "timeout" : "error";
      last = await attempt({ attempt: index + 1, reason });
    }
  }

  const first = attempt(undefined);
  const more = Array.from({ length: repeats }, (_, index) =>
    attempt({ attempt: index + 1, reason: "timeout" }),
  );
  const ack = await first;
  const done = Promise.all([retryUntilAcked(ack), ...more]).then(() => undefined);
  return { payload, tries, ack, done };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    // A minute-long wait for a retry must not keep a finished test run alive.
    setTimeout(resolve, ms).unref();
  });
}
