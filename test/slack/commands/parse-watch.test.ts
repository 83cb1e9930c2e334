import { describe, expect, test } from "vitest";
import { parseCommand } from "../../../src/slack/commands/parse.ts";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";

const parse = (text: string) => parseCommand(text, defaultRoomPatterns);
const minutes = 60_000;

describe("/room watch", () => {
  test.each([
    ["watch live-1", {}],
    ["WATCH live-1", {}],
    ["watch live-1 for 2h", { forMs: 120 * minutes }],
    ["watch live-1 for 90m", { forMs: 90 * minutes }],
    ["watch live-1 for 90 minutes", { forMs: 90 * minutes }],
    ["watch live-1 for 1 hour", { forMs: 60 * minutes }],
    ["watch live-1 for 1h30m", { forMs: 90 * minutes }],
    ["watch live-1 for 1h 30 min", { forMs: 90 * minutes }],
    ["watch live-1 for 24h", { forMs: 1_440 * minutes }],
    ["watch live-1 entries 500", { entriesStep: 500 }],
    ["watch live-1 for 3h entries 500", { forMs: 180 * minutes, entriesStep: 500 }],
    ["watch live-1 entries 500 for 3h", { forMs: 180 * minutes, entriesStep: 500 }],
    ["watch https://console.example.com/room/live-1 for 2h", { forMs: 120 * minutes }],
    ["watch `live-1` for 2h", { forMs: 120 * minutes }],
    ["watch live-1 --share", {}],
  ])("%s", (typed, options) => {
    const none = { forMs: undefined, entriesStep: undefined };
    expect(parse(typed)).toEqual({ kind: "watch", id: "live-1", ...none, ...options });
  });

  test.each([
    ['watch "live-1 for 2h"', "live-1 for 2h"],
    ["watch live-1 for a while", "live-1 for a while"],
    ["watch live-1 for", "live-1 for"],
    ["watch entries", "entries"],
  ])("takes for the room's ID what is no option: %s", (typed, id) => {
    expect(parse(typed)).toMatchObject({ kind: "watch", id, forMs: undefined });
  });

  test.each([
    ["watch", "Which room?"],
    ["unwatch", "Which room?"],
    ["watch live-1 for 25h", "24 hours"],
    ["watch live-1 for 0m", "24 hours"],
    ["watch live-1 entries 0", "How many more entries?"],
    [`watch ${"x".repeat(49)}`, "longer than a room ID"],
    ["unwatch live-1 --all", "option"],
  ])("refuses %s", (typed, title) => {
    const question = parse(typed);
    expect(question).toMatchObject({ notice: { title: expect.stringContaining(title) } });
  });
});

describe("/room watches and /room unwatch", () => {
  test.each([
    ["watches", { kind: "watches" }],
    ["unwatch live-1", { kind: "unwatch", id: "live-1" }],
    ['unwatch "watch live"', { kind: "unwatch", id: "watch live" }],
    // Rooms whose IDs begin like a command.
    ["watches-1", { kind: "look-up", id: "watches-1", share: false }],
    ["watches of rooms", { kind: "look-up", id: "watches of rooms", share: false }],
    ['"watch live-1"', { kind: "look-up", id: "watch live-1", share: false }],
  ])("%s", (typed, question) => {
    expect(parse(typed)).toEqual(question);
  });
});
