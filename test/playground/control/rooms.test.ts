import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRooms } from "../../../playground/page/control/rooms/find-rooms.ts";
import { roomIdFlaw } from "../../../playground/page/control/rooms/room-id-flaw.ts";
import { newestFirst } from "../../../playground/page/control/rooms/room-order.ts";
import {
  entriesWords,
  roomStates,
  troubleWords,
} from "../../../playground/page/control/rooms/room-words.ts";
import type { RoomRow } from "../../../playground/protocol/rows.ts";
import { isRoomId } from "../../../simulator/tencent/rooms.ts";

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

test("rooms that somebody has just created come first, the newest on top", () => {
  const rooms = ["a", "b", "c", "d"].map((id) => room({ id }));
  expect(newestFirst(rooms, ["c", "gone", "d"]).map(({ id }) => id)).toEqual(["d", "c", "a", "b"]);
  expect(newestFirst(rooms, [])).toEqual(rooms);
});

describe("an ID for a new room", () => {
  test.each([
    ["", "A room ID has 1 to 48 characters."],
    ["a".repeat(52), "This ID has 52 characters; Tencent allows 48."],
    ["größe", "Tencent allows English letters, digits, spaces and signs, and no others."],
    ["🎤".repeat(30), "Tencent allows English letters, digits, spaces and signs, and no others."],
    [" a & <b> ~", undefined],
  ])("%j", (id, words) => expect(roomIdFlaw(id)).toBe(words));

  test("has a flaw where Tencent would not take it, and nowhere else", () => {
    const ids = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 60 }),
    );
    fc.assert(
      fc.property(ids, (id) => {
        expect(roomIdFlaw(id) === undefined).toBe(isRoomId(id));
      }),
    );
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
