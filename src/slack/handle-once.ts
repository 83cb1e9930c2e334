import type { AnyMiddlewareArgs, Middleware } from "@slack/bolt";
import { LRUCache } from "lru-cache";

/** Under this name a receiver tells the id of a delivery that may come twice. */
export const deliveryId = "deliveryId";

/** Which deliveries have been handled. */
export interface HandledDeliveries {
  /** @returns whether this one comes for the first time; from then on it counts as handled */
  readonly begins: (id: string) => boolean;
}

/** In memory: after a restart, what Slack delivers again is handled again. */
export function createHandledDeliveries(most: number): HandledDeliveries {
  const handled = new LRUCache<string, true>({ max: most });
  return {
    begins(id) {
      const isFirst = !handled.has(id);
      handled.set(id, true);
      return isFirst;
    },
  };
}

/**
 * Slack delivers an envelope again when it heard no acknowledgement in time, perhaps on another
 * connection. Only the first one is handled.
 */
export function handleOnce(handled: HandledDeliveries): Middleware<AnyMiddlewareArgs> {
  return async ({ body, context, next, ...rest }) => {
    // Events have an id of their own, the same however they come and however often.
    const id: unknown = "event_id" in body ? body.event_id : context[deliveryId];
    if (typeof id !== "string" || handled.begins(id)) return next();
    // Bolt leaves a workflow's step to its listener: without this, Slack would send it again.
    if ("event_id" in body && "ack" in rest) await rest.ack?.();
  };
}
