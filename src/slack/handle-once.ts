import type { AnyMiddlewareArgs, Middleware } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import { within } from "../lib/time.ts";
import type { Log } from "../ops/log.ts";
import type { Store } from "../store/store.ts";

/** Under this name a receiver tells the id of a delivery that may come twice. */
export const deliveryId = "deliveryId";

/** Which deliveries have been handled. */
export interface HandledDeliveries {
  /** @returns whether this one comes for the first time; from then on it counts as handled */
  readonly begins: (id: string) => Promise<boolean>;
}

export interface HandledOptions {
  /** What outlives a restart; undefined where nothing does. */
  readonly stored: Store["handled"] | undefined;
  /** How long the store is waited for, in ms. */
  readonly waitMs: number;
  readonly log: Log;
}

/** In memory for the most part; the store knows what came before a restart, or to another process. */
export function createHandledDeliveries(
  most: number,
  { stored, waitMs, log }: HandledOptions,
): HandledDeliveries {
  const handled = new LRUCache<string, true>({ max: most });
  return {
    async begins(id) {
      const isFirst = !handled.has(id);
      handled.set(id, true);
      if (!isFirst || stored === undefined) return isFirst;
      try {
        return await within(stored.begins(id), waitMs, "the store did not answer in time");
      } catch (error) {
        // Somebody waits for an answer: twice is better than never.
        log.warn({ error }, "the store does not say whether a delivery came before");
        return true;
      }
    },
  };
}

/**
 * Slack delivers an envelope again when it heard no acknowledgement in time, perhaps on another
 * connection; and a signed request that somebody recorded can be sent once more. Only the first
 * one is handled.
 */
export function handleOnce(handled: HandledDeliveries): Middleware<AnyMiddlewareArgs> {
  return async ({ body, context, next, ...rest }) => {
    // Events have an id of their own, the same however they come and however often.
    const id: unknown = "event_id" in body ? body.event_id : context[deliveryId];
    if (typeof id !== "string" || (await handled.begins(id))) return next();
    // Bolt leaves a workflow's step to its listener: without this, Slack would send it again.
    // An HTTP request of a command would otherwise hang for 3 s.
    if (("event_id" in body || "command" in body) && "ack" in rest) await rest.ack?.();
  };
}
