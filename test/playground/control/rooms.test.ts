import { describe, expect, test } from "vitest";
import { findRooms } from "../../../playground/page/control/rooms/find-rooms.ts";
import {
  entriesWords,
  roomStates,
  troubleWords,
} from "../../../playground/page/control/rooms/room-words.ts";
import type { RoomRow } from "../../../playground/protocol/rows.ts";

function room(wanted: Partial<RoomRow> = {}): RoomRow {
  return {
    id: "live-room",
    name: "Friday night karaoke",
    owner: "144115233775727695",
    isMuted: false,
    isVisible: true,
    hasSeats: true,
    entries: 812,
    fault: null,
    ...wanted,
  };
}

describe("the filter", () => {
  const quiet = room({ id: "quiet-room", name: "Quiet reading", owner: "librarian" });
  const rooms = [room(), quiet];

  test.each([
    ["", rooms],
    ["  ", rooms],
    ["LIVE", [rooms[0]]],
    ["reading room", [quiet]],
    ["librarian", [quiet]],
    ["7695", [rooms[0]]],
    ["nothing", []],
  ])("%j", (filter, found) => {
    expect(findRooms(rooms, filter)).toEqual(found);
  });
});

test("an ordinary room has no states", () => {
  expect(roomStates(room())).toEqual([]);
  expect(roomStates(room({ isMuted: true, isVisible: false, hasSeats: false }))).toEqual([
    "Muted",
    "Hidden",
    "No seats",
  ]);
});

test("trouble is told in words", () => {
  expect(troubleWords(room(), [])).toBeUndefined();
  expect(troubleWords(room({ fault: { kind: "hang" } }), [])).toBe("Trouble: never answers");
});

test("entries are counted", () => {
  expect([0, 1, 2041].map(entriesWords)).toEqual(["0 entries", "1 entry", "2,041 entries"]);
});
