import { describe, expect, test } from "vitest";
import { odditiesOf, type RoomIdOddity } from "../../src/cards/oddities.ts";
import type { RoomId } from "../../src/room/room-id.ts";

describe("what may be odd about an ID", () => {
  test.each<[string, RoomIdOddity[]]>([
    ["84-26", []],
    [" 84-26", ["blank-at-end"]],
    ["84-26 ", ["blank-at-end"]],
    ["84 26", ["blank-inside"]],
    [" 84 26", ["blank-at-end", "blank-inside"]],
    ["84-26.", ["punctuation-at-end"]],
    ["84-26)", ["punctuation-at-end"]],
    ["80-26", []],
    ["r0om", ["look-alikes"]],
    ["60010", ["number"]],
    ["8l-26", ["look-alikes"]],
    ["room-A", ["capitals"]],
    ["rOom", ["look-alikes", "capitals"]],
  ])("%j: %j", (text, oddities) => {
    expect(odditiesOf(text as RoomId)).toEqual(oddities);
  });
});
