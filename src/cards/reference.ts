import { context } from "./blocks.ts";
import type { Card, Value } from "./card.ts";

/** A card of trouble, with the word under which the bot's log has it. */
export function withReference({ blocks, text }: Card, reference: string): Card {
  const line: Value = { ours: `Reference ${reference}, for the people who run this bot` };
  // Above the buttons, beside what else is there to quote.
  const end = blocks.findLastIndex(({ type }) => type !== "actions") + 1;
  return {
    blocks: [...blocks.slice(0, end), context([line]), ...blocks.slice(end)],
    text: `${text}\n${line.ours}`,
  };
}
