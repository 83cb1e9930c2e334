import type { AnyMiddlewareArgs, Middleware, ReceiverEvent } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import { within } from "../lib/time.ts";
import type { Log } from "../ops/log.ts";
import type { Body, OpenDeliveries } from "./open-deliveries.ts";

/** Under this name a receiver tells the id of a delivery that may come twice. */
export const deliveryId = "deliveryId";
/** Under this name it is told that a delivery was another process's, and is wanted once more. */
const isTakenOver = "isTakenOver";

/** What Slack delivered to a process that is gone, for Bolt. Slack has its acknowledgement. */
export function takenOver(id: string, body: Body): ReceiverEvent {
  return {
    body: { ...body },
    ack: () => Promise.resolve(),
    customProperties: { [deliveryId]: id, [isTakenOver]: true },
  };
}

/** Which deliveries have been handled. */
export interface HandledDeliveries {
  /** @returns whether this one comes for the first time; from then on it counts as handled */
  readonly begins: (id: string, body: unknown) => Promise<boolean>;
  /** It is done. Never throws. */
  readonly ended: (id: string) => Promise<void>;
}

export interface HandledOptions {
  /** What outlives a restart; undefined where nothing does. */
  readonly open: Pick<OpenDeliveries, "begins" | "ended"> | undefined;
  /** How long the store is waited for, in ms. */
  readonly waitMs: number;
  readonly log: Log;
}

/** In memory for the most part; the store knows what came before a restart, or to another process. */
export function createHandledDeliveries(
  most: number,
  { open, waitMs, log }: HandledOptions,
): HandledDeliveries {
  const handled = new LRUCache<string, true>(atMost(most));
  return {
    async begins(id, body) {
      const isFirst = !handled.has(id);
      handled.set(id, true);
      if (!isFirst || open === undefined) return isFirst;
      try {
        return await within(open.begins(id, body), waitMs, "the store did not answer in time");
      } catch (error) {
        // Somebody waits for an answer: twice is better than never.
        log.warn({ error }, "the store does not say whether a delivery came before");
        return true;
      }
    },
    ended: async (id) => open?.ended(id),
  };
}

/**
 * Slack delivers an envelope again when it heard no acknowledgement in time, perhaps on another
 * connection; and a signed request that somebody recorded can be sent once more. Only the first
 * one is handled, to its end.
 */
export function handleOnce(handled: HandledDeliveries): Middleware<AnyMiddlewareArgs> {
  return async ({ body, context, next, ...rest }) => {
    // Events have an id of their own, the same however they come and however often.
    const id: unknown = "event_id" in body ? body.event_id : context[deliveryId];
    // What is taken over was begun by another, and is ended by whoever took it.
    if (typeof id !== "string" || context[isTakenOver] === true) return next();
    if (await handled.begins(id, body)) {
      try {
        return await next();
      } finally {
        await handled.ended(id);
      }
    }
    // Bolt leaves a workflow's step to its listener: without this, Slack would send it again.
    // An HTTP request of a command would otherwise hang for 3 s.
    if (("event_id" in body || "command" in body) && "ack" in rest) await rest.ack?.();
  };
}
