import type { KnownBlock } from "@slack/types";
import { actionIds } from "./actions.ts";
import type { Card } from "./card.ts";

/** They show a card to everybody in a channel. */
const forChannels: ReadonlySet<string | undefined> = new Set([actionIds.share, actionIds.watch]);

/** The name of the block with the buttons; Slack sends it along with each press. */
const mark = "direct_message";

/**
 * A card for direct messages: there is no channel to share it with, or to watch it in. The mark tells a press on a
 * card that the bot wrote to its asker alone from one that two people see in theirs.
 */
export function directCard({ blocks, text }: Card): Card {
  return { blocks: blocks.map(marked), text };
}

/** Whether a press came from such a card. */
export function isDirectCard(blockId: unknown): boolean {
  return blockId === mark;
}

function marked(block: KnownBlock): KnownBlock {
  if (block.type !== "actions") return block;
  const elements = block.elements.filter(
    (element) => !("action_id" in element && forChannels.has(element.action_id)),
  );
  return { ...block, block_id: mark, elements };
}
