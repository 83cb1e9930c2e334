import type { AnyMiddlewareArgs, Middleware } from "@slack/bolt";
import { LRUCache } from "lru-cache";

/** Under this name a receiver tells the id of a delivery that may come twice. */
export const deliveryId = "deliveryId";

/**
 * Slack delivers an envelope again when it heard no acknowledgement in time, perhaps on another
 * connection. Only the first one is handled.
 *
 * @param most ids that are remembered
 */
export function handleOnce(most: number): Middleware<AnyMiddlewareArgs> {
  const seen = new LRUCache<string, true>({ max: most });
  return async ({ body, context, next, ...rest }) => {
    // Events have an id of their own, the same however they come and however often.
    const id: unknown = "event_id" in body ? body.event_id : context[deliveryId];
    if (typeof id === "string") {
      if (seen.has(id)) {
        // Bolt leaves a workflow's step to its listener: without this, Slack would send it again.
        if ("event_id" in body && "ack" in rest) await rest.ack?.();
        return;
      }
      seen.set(id, true);
    }
    await next();
  };
}
