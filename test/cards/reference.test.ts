import { expect, test } from "vitest";
import { noticeCard } from "../../src/cards/notices.ts";
import { withReference } from "../../src/cards/reference.ts";
import type { Card } from "../../src/cards/card.ts";

const line = "Reference 1f0c2b7e, for the people who run this bot";

test("a card of trouble ends with its reference, in its blocks and in its text", () => {
  const card = noticeCard({ title: "Which room?", body: "The room's ID is missing." });
  const { blocks, text } = withReference(card, "1f0c2b7e");
  expect(blocks.slice(0, -1)).toEqual(card.blocks);
  expect(blocks.at(-1)).toMatchObject({ type: "context", elements: [{ text: line }] });
  expect(text).toBe(`${card.text}\n${line}`);
});

test("above its buttons, where it has some", () => {
  const card: Card = {
    blocks: [{ type: "divider" }, { type: "actions", elements: [] }],
    text: "words",
  };
  const types = withReference(card, "1f0c2b7e").blocks.map(({ type }) => type);
  expect(types).toEqual(["divider", "context", "actions"]);
});

test("alone, where a card has no blocks", () => {
  expect(withReference({ blocks: [], text: "words" }, "1f0c2b7e").blocks).toHaveLength(1);
});
