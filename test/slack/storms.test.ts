import { describe, expect, test } from "vitest";
import { createStorms } from "../../src/slack/storms.ts";

function stormsAt() {
  // Not from 0: lru-cache takes that for no time at all.
  let now = 1;
  const storms = createStorms(1_000, 100, () => now);
  return { ...storms, wait: (ms: number) => (now += ms) };
}

describe("a storm of alerts about one room", () => {
  test("begins with the first, and the others are part of it", () => {
    const { begins } = stormsAt();
    expect([begins("C1", "a"), begins("C1", "a"), begins("C1", "a")]).toEqual([true, false, false]);
  });

  test("goes on as long as the room is named again and again", () => {
    const { begins, wait } = stormsAt();
    begins("C1", "a");
    for (let alert = 0; alert < 5; alert += 1) {
      wait(900);
      expect(begins("C1", "a")).toBe(false);
    }
  });

  test("is over when nobody named the room for a while", () => {
    const { begins, wait } = stormsAt();
    begins("C1", "a");
    wait(1_001);
    expect(begins("C1", "a")).toBe(true);
  });

  test("is one channel's and one room's", () => {
    const { begins } = stormsAt();
    expect([begins("C1", "a"), begins("C2", "a"), begins("C1", "b")]).toEqual([true, true, true]);
  });
});
