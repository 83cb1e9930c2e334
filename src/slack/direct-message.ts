import type { Card } from "../cards/card.ts";
import { directCard } from "../cards/direct-card.ts";

/** Whether it is a conversation of two: two people, or one and a bot. Odd payloads name none. */
export function isDirect(channel: string | undefined): boolean {
  return channel?.startsWith("D") === true;
}

/** How a card that one person sees stands in this conversation. */
export function cardIn(channel: string | undefined, card: Card): Card {
  return isDirect(channel) ? directCard(card) : card;
}
