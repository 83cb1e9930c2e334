import type { Call } from "./calls.ts";
import type { Ack, Delivery } from "./delivery.ts";

/** What passes between Slack and the bot, as it happens; times by `performance.now()`, in ms. */
export type SlackActivity =
  | {
      readonly kind: "delivered";
      /** One number for a delivery and its acknowledgement. */
      readonly id: number;
      readonly delivery: Delivery;
      readonly at: number;
    }
  | { readonly kind: "acknowledged"; readonly id: number; readonly ack: Ack; readonly at: number }
  | {
      readonly kind: "called";
      readonly call: Call;
      readonly startedAt: number;
      readonly at: number;
    };

export type Observer<Activity> = (activity: Activity) => void;

/** Tells an observer of each delivery and of what became of it. */
export function observed(
  send: (delivery: Delivery) => Promise<Ack>,
  observe: Observer<SlackActivity>,
): (delivery: Delivery) => Promise<Ack> {
  let last = 0;
  return async (delivery) => {
    last += 1;
    const id = last;
    observe({ kind: "delivered", id, delivery, at: performance.now() });
    const ack = await send(delivery);
    observe({ kind: "acknowledged", id, ack, at: performance.now() });
    return ack;
  };
}
