import { describe, expect, test } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { resultCard } from "../../src/cards/result-card.ts";
import { plainer } from "../../src/slack/plainer.ts";
import { cardOfRoom, fullRoom, liveRoom, privately, moment } from "../cards/found.ts";
import { flawsOf } from "../cards/flaws.ts";

const withCover = cardOfRoom(fullRoom);
const withoutCover = cardOfRoom({ ...fullRoom, coverUrl: undefined });

function steps(card: Card): Card[] {
  const next = plainer(card);
  return next === undefined ? [] : [next, ...steps(next)];
}

describe("a card that Slack refused", () => {
  test("goes out without its image first, and else unchanged", () => {
    expect(plainer(withCover)).toEqual(withoutCover);
  });

  test("then as its text alone", () => {
    expect(steps(withCover).at(-1)).toEqual({ text: withCover.text, blocks: [] });
    expect(plainer(withoutCover)).toEqual({ text: withCover.text, blocks: [] });
  });

  test("then not at all: nothing plainer is left", () => {
    expect(plainer({ text: "Text.", blocks: [] })).toBeUndefined();
    expect(steps(withCover)).toHaveLength(2);
  });

  test("keeps the whole answer and stays valid at each step", () => {
    for (const card of steps(withCover)) {
      expect(card.text).toBe(withCover.text);
      expect(flawsOf(card)).toEqual([]);
    }
  });

  test("is itself not changed", () => {
    const before = structuredClone(withCover);
    steps(withCover);
    expect(withCover).toEqual(before);
  });

  test("without an image goes straight to its text", () => {
    const about = { id: liveRoom, errorInfo: "", requestId: "req-1", asOf: moment };
    const missing = resultCard({ kind: "missing", code: 100004, ...about }, privately);
    expect(steps(missing)).toEqual([{ text: missing.text, blocks: [] }]);
  });
});
