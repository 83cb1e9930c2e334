import type { KnownBlock } from "@slack/types";
import { buttons, context, header, rows, section } from "./blocks.ts";
import type { Card, CardModel, Part, Row, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";

/** Draws a card for Slack: blocks for the eye, and the whole answer as text for everything else. */
export function toSlack(model: CardModel): Card {
  const { title, parts, trace } = model;
  return {
    blocks: [
      header(title),
      ...parts.flatMap(blocksOf),
      ...(trace.length > 0 ? [context(trace)] : []),
      ...(model.buttons === undefined ? [] : [buttons(model.buttons.list, model.buttons.roomId)]),
    ],
    text: fallbackText(
      [
        title,
        ...parts.flatMap((part): readonly (Row | Value)[] => ("rows" in part ? part.rows : [part])),
      ],
      trace,
    ),
  };
}

function blocksOf(part: Part): KnownBlock[] {
  return "rows" in part ? rows(part.rows, part.image) : [section(part)];
}
