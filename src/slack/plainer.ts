import type { KnownBlock } from "@slack/types";
import type { Card } from "../cards/card.ts";

/**
 * The next plainer form of a card that Slack refused: first without images, whose addresses are
 * what Slack refuses most, then the text alone. Undefined when nothing plainer is left.
 */
export function plainer(card: Card): Card | undefined {
  if (card.blocks.some(hasImage)) {
    return { text: card.text, blocks: card.blocks.map(withoutImage) };
  }
  return card.blocks.length > 0 ? { text: card.text, blocks: [] } : undefined;
}

function hasImage(block: KnownBlock): boolean {
  return block.type === "section" && block.accessory?.type === "image";
}

function withoutImage(block: KnownBlock): KnownBlock {
  if (block.type !== "section" || !hasImage(block)) return block;
  const { accessory: _, ...rest } = block;
  return rest;
}
