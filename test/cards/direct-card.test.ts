import { describe, expect, test } from "vitest";
import { directCard, isDirectCard } from "../../src/cards/direct-card.ts";
import { helpCard } from "../../src/cards/notices.ts";
import { cardOfRoom, fullRoom } from "./found.ts";
import { flawsOf } from "./flaws.ts";

describe("a card in direct messages", () => {
  const card = cardOfRoom(fullRoom);
  const direct = directCard(card);

  test("has the buttons of any other, but none to share it", () => {
    expect(JSON.stringify(card.blocks)).toContain("room_share");
    expect(JSON.stringify(direct.blocks)).not.toContain("room_share");
    expect(JSON.stringify(direct.blocks)).toContain("room_refresh");
    expect(direct.text).toBe(card.text);
    expect(flawsOf(direct)).toEqual([]);
  });

  test("is known by the block that a press comes from", () => {
    expect(isDirectCard(direct.blocks.at(-1)?.block_id)).toBe(true);
    expect(isDirectCard(card.blocks.at(-1)?.block_id)).toBe(false);
    expect(isDirectCard(undefined)).toBe(false);
  });

  test("made of one, or of one without buttons, is the same", () => {
    expect(directCard(direct)).toEqual(direct);
    expect(directCard(helpCard([]))).toEqual(helpCard([]));
  });
});
