import type { Card } from "../cards/card.ts";
import type { Delivered } from "./deliver.ts";

/** How a card goes out. */
export interface Placement {
  /** For the asker alone, or for the whole channel. */
  readonly visibility: "ephemeral" | "in_channel";
  /** Puts the card in the place of the message whose button was pressed. */
  readonly replace: boolean;
}

export const forAskerAlone: Placement = { visibility: "ephemeral", replace: false };
export const forChannel: Placement = { visibility: "in_channel", replace: false };

/** One interaction's way back to its asker. */
export interface Reply {
  /** Never throws. @param mostTries how often it may be tried, 3 where left out */
  send(card: Card, placement: Placement, mostTries?: number): Promise<Delivered>;
  /** Posts made so far. */
  readonly posts: number;
}
