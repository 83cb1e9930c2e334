import { describe, expect, test } from "vitest";
import { hueOf, hues, initialsOf } from "../../../playground/page/slack/pure/avatar-look.ts";
import { channelTitle, sortedChannels } from "../../../playground/page/slack/pure/channel-words.ts";
import { listStep } from "../../../playground/page/slack/pure/list-step.ts";
import { channel } from "./rows.ts";

test.each([
  ["Ada Asker", "AA"],
  ["greenroom", "G"],
  ["Maria del Carmen", "MC"],
  ["live-alerts", "LA"],
  ["李 雷", "李雷"],
  ["  ", "?"],
  ["🎤", "?"],
])("the initials of %j are %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a name always has the same colour, and there is one for each", () => {
  expect(hueOf("Ada Asker")).toBe(hueOf("Ada Asker"));
  const seen = new Set(Array.from({ length: 200 }, (_, n) => hueOf(`person ${n}`)));
  expect(seen).toEqual(new Set(Array.from({ length: hues }, (_, hue) => hue)));
});

describe("keys move through a list of three", () => {
  test.each([
    ["ArrowDown", 0, 1],
    ["ArrowDown", 2, 0],
    ["ArrowDown", -1, 0],
    ["ArrowUp", 0, 2],
    ["ArrowUp", -1, 2],
    ["Home", 2, 0],
    ["End", 0, 2],
    ["a", 0, undefined],
  ])("%s at %i: %s", (key, at, expected) => {
    expect(listStep(key, at, 3)).toBe(expected);
  });

  test("and through an empty one nowhere", () => {
    expect(listStep("ArrowDown", 0, 0)).toBeUndefined();
  });
});

test("the sidebar has channels by name, then people, then the app", () => {
  const rows = [
    channel("C2", { name: "support" }),
    channel("C1", { name: "board", kind: "private" }),
    channel("D1", { name: "Ben", kind: "dm" }),
    channel("D2", { name: "Greenroom", kind: "app" }),
  ];
  const sorted = sortedChannels(new Map(rows.map((row) => [row.id, row])));
  expect(sorted.channels.map(channelTitle)).toEqual(["#board", "#support"]);
  expect(sorted.direct.map(channelTitle)).toEqual(["Ben"]);
  expect(sorted.app?.id).toBe("D2");
});
