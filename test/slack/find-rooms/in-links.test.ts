import { describe, expect, test } from "vitest";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { findRooms } from "../../../src/slack/find-rooms/find-rooms.ts";
import type { RoomPattern } from "../../../src/slack/commands/room-links.ts";

const foundIn = (text: string, own: readonly RoomPattern[] = []) =>
  findRooms({ text }, [...own, ...defaultRoomPatterns]);
const idsIn = (text: string, own?: readonly RoomPattern[]) =>
  foundIn(text, own).map(({ id }) => id);

const labels = encodeURIComponent('{alertname="Stalled",room_id="live-8821"}');
const inner = encodeURIComponent("https://console.example.com/rooms/live-8821?tab=1");

describe("a link names a room", () => {
  test.each<[string, ...string[]]>([
    ["<https://console.example.com/rooms/live-8821>", "live-8821"],
    ["<https://console.example.com/rooms/live-8821|Open>", "live-8821"],
    ["see https://console.example.com/rooms/live-8821.", "live-8821"],
    ["(https://console.example.com/rooms/live-8821)", "live-8821"],
    ["https://console.example.com/rooms/8821", "8821"],
    ["<https://example.com/x?a=b&amp;roomId=live-8821&amp;c=d>", "live-8821"],
    ["https://example.com/x?room=lobby", "lobby"],
    ["https://example.com/x?room_id=a%20b%26c", "a b&c"],
    ["https://grafana.example.com/d/abc/rooms?orgId=1&var-room=live-8821", "live-8821"],
    ["https://grafana.example.com/alerting/silence/new?matcher=room%3Dlive-8821", "live-8821"],
    [`https://alerts.example.com/#/silences/new?filter=${labels}`, "live-8821"],
    [`https://prometheus.example.com/graph?g0.expr=up${labels}%20%3D%3D%200`, "live-8821"],
    [`https://login.example.com/?redirect=${inner}`, "live-8821"],
    ["`https://example.com/?room_id=live-8821`", "live-8821"],
  ])("%s", (text, ...ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe("a link names no room", () => {
  test.each([
    "https://example.com/rooms",
    "https://example.com/rooms/overview",
    "https://example.com/live/streaming",
    "https://example.com/?room=all",
    "https://example.com/?var-room=$__all",
    "https://example.com/?rooms=12",
    "https://example.com/?meeting_room=4a",
    "<mailto:room@example.com|room>",
    "https://",
  ])("%s", (text) => {
    expect(idsIn(text)).toEqual([]);
  });
});

describe("the operator's own patterns", () => {
  const inText = { name: "ours", pattern: /\b(MX\d{4})\b/ };
  const inLink = { name: "console", pattern: /console\.example\.com\/r\/([^/?#]+)/i };

  test("find rooms in text where the usual ones find none, each one", () => {
    expect(idsIn("MX1234 and MX5678 are down")).toEqual([]);
    expect(foundIn("MX1234 and MX5678 are down", [inText])).toEqual([
      { id: "MX1234", where: "text", rank: 0 },
      { id: "MX5678", where: "text", rank: 0 },
    ]);
  });

  test("find rooms in links, with what is encoded decoded", () => {
    expect(idsIn("<https://console.example.com/r/a%20b|Open>", [inLink])).toEqual(["a b"]);
  });

  test("come first, wherever they stand", () => {
    expect(idsIn("room_id=live-1 https://console.example.com/r/live-2", [inLink])).toEqual([
      "live-2",
      "live-1",
    ]);
  });

  test("may be global or sticky, and find the same each time", () => {
    for (const flags of ["g", "y", "gy", "gi"]) {
      const own = { name: "own", pattern: new RegExp("MX(\\d+)", flags) };
      expect([idsIn("MX123", [own]), idsIn("MX123", [own])]).toEqual([["123"], ["123"]]);
    }
  });

  test("that match nothing, or have no group, find nothing", () => {
    const none = [
      { name: "empty", pattern: /x*/ },
      { name: "optional", pattern: /room(x)?/ },
      { name: "empty group", pattern: /(x*)/ },
    ];
    expect(idsIn("room of ours", none)).toEqual([]);
  });

  test("without the usual ones leave paths alone, and keys as they are", () => {
    const found = findRooms({ text: "https://e.com/rooms/live-1 room_id=live-2" }, [inText]);
    expect(found.map(({ id }) => id)).toEqual(["live-2"]);
  });
});
