import { describe, expect, test } from "vitest";

import { readRoomId, type RoomId } from "../../src/room/room-id.ts";
import { roomOf, type Room } from "../../src/room/room.ts";
import { parseExactJson } from "../../src/tencent/exact-json.ts";
import { readRoomInfo } from "../../src/tencent/room-info.ts";

const asked = ((): RoomId => {
  const reading = readRoomId("asked-room");
  if (!reading.ok) throw new Error("asked-room is a RoomId");
  return reading.id;
})();

/** The room that comes of a RoomInfo, from its JSON on. */
function roomFrom(json: string): Room {
  const reading = readRoomInfo(parseExactJson(`{"RoomInfo":${json}}`));
  if (!reading.ok || reading.data === undefined) throw new Error("There is no RoomInfo");
  return roomOf(reading.data, asked);
}
const fieldFrom = <Name extends keyof Room>(name: Name, field: string, json: string): Room[Name] =>
  roomFrom(`{"${field}":${json}}`)[name];

describe("a room", () => {
  test("has every field as Tencent describes it", () => {
    const json = `{"RoomId":"live-room","RoomName":"Friday <night>","RoomType":"Live",
      "Owner_Account":144115233775727695,"CreateTime":1700000000,"IsSeatEnabled":true,
      "TakeSeatMode":1,"MaxSeatCount":8,"MaxMemberCount":300,"IsMessageDisabled":"true",
      "CoverURL":"https://covers.example/1.png","Category":[1,2,3],"ActivityStatus":4,
      "ViewCount":812,"IsPublicVisible":false,"OnlineCount":5}`;
    expect(roomFrom(json)).toEqual({
      id: "live-room",
      name: "Friday <night>",
      type: "Live",
      owner: "144115233775727695",
      createdAt: 1_700_000_000,
      seatsEnabled: true,
      seatMode: "free",
      mostSeats: 8,
      mostMembers: 300,
      chatMuted: true,
      hidden: true,
      entries: 812,
      activityStatus: "4",
      categories: ["1", "2", "3"],
      coverUrl: "https://covers.example/1.png",
    });
  });

  test("of which Tencent says nothing has the ID that was asked for, and nothing else", () => {
    const { id, categories, ...rest } = roomFrom("{}");
    expect(id).toBe("asked-room");
    expect(categories).toEqual([]);
    expect(Object.values(rest).filter((value) => value !== undefined)).toEqual([]);
  });

  test.each(['""', '"  "', "null", "{}"])("has no name, owner, type or cover in %s", (json) => {
    expect(fieldFrom("name", "RoomName", json)).toBeUndefined();
    expect(fieldFrom("owner", "Owner_Account", json)).toBeUndefined();
    expect(fieldFrom("type", "RoomType", json)).toBeUndefined();
    expect(fieldFrom("coverUrl", "CoverURL", json)).toBeUndefined();
    expect(fieldFrom("id", "RoomId", json)).toBe("asked-room");
  });

  test("of an unknown type keeps it as it came", () => {
    expect(fieldFrom("type", "RoomType", '"Conference"')).toBe("Conference");
  });
});

describe("who may take a seat", () => {
  test.each([
    ["1", "free"],
    ['"1"', "free"],
    ['"FreeToTake"', "free"],
    ["2", "apply"],
    ['"ApplyToTake"', "apply"],
    ['"None"', "none"],
    ["3", { raw: "3" }],
    ['"constructor"', { raw: "constructor" }],
    ['"freetotake"', { raw: "freetotake" }],
    ['""', undefined],
    ["[1]", undefined],
  ])("%s: %j", (json, mode) => {
    expect(fieldFrom("seatMode", "TakeSeatMode", json)).toEqual(mode);
  });
});

describe("when it was created", () => {
  test.each([
    ["1700000000", 1_700_000_000],
    ['"1700000000"', 1_700_000_000],
    ["1", 1],
    ["253402300799", 253_402_300_799],
    ["0", undefined],
    ["-5", undefined],
    ["1700000000000", undefined],
    ["253402300800", undefined],
    ["9007199254740993", undefined],
    ["1.5", undefined],
    ['"yesterday"', undefined],
  ])("%s: %j", (json, createdAt) => {
    expect(fieldFrom("createdAt", "CreateTime", json)).toBe(createdAt);
  });
});

describe("whether chat is muted and the room hidden", () => {
  test.each([
    ["true", true],
    ['"true"', true],
    ["1", true],
    ["false", false],
    ['"false"', false],
    ["0", false],
    ['"perhaps"', undefined],
    ["null", undefined],
  ])("IsMessageDisabled %s: muted %j", (json, muted) => {
    expect(fieldFrom("chatMuted", "IsMessageDisabled", json)).toBe(muted);
  });

  test.each([
    ["true", false],
    ["false", true],
    ['"sometimes"', undefined],
  ])("IsPublicVisible %s: hidden %j", (json, hidden) => {
    expect(fieldFrom("hidden", "IsPublicVisible", json)).toBe(hidden);
  });
});

describe("counts and tags", () => {
  test("are exact beyond 2^53", () => {
    expect(fieldFrom("entries", "ViewCount", "144115233775727695")).toBe(144115233775727695n);
    expect(fieldFrom("activityStatus", "ActivityStatus", "144115233775727695")).toBe(
      "144115233775727695",
    );
  });

  test("that are 0 are told as 0", () => {
    expect(fieldFrom("entries", "ViewCount", "0")).toBe(0);
    expect(fieldFrom("mostSeats", "MaxSeatCount", "0")).toBe(0);
    expect(fieldFrom("activityStatus", "ActivityStatus", "0")).toBe("0");
  });

  test.each([
    ['[1,"",null,"two",{}]', ["1", "two"]],
    ["[]", []],
    ['"music"', []],
    ["null", []],
  ])("of categories leave out what can't be read: %s", (json, categories) => {
    expect(fieldFrom("categories", "Category", json)).toEqual(categories);
  });
});
