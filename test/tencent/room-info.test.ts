import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseExactJson } from "../../src/tencent/exact-json.ts";
import { readRoomInfo, roomInfoSchema, type RoomInfo } from "../../src/tencent/room-info.ts";

const whole: Readonly<Record<string, unknown>> = {
  RoomId: "live-room",
  RoomName: "Friday night",
  RoomType: "Live",
  Owner_Account: "host-1",
  CreateTime: 1_700_000_000,
  IsSeatEnabled: true,
  TakeSeatMode: "FreeToTake",
  MaxSeatCount: 8,
  MaxMemberCount: 300,
  IsMessageDisabled: false,
  CoverURL: "https://covers.example/1.png",
  Category: ["1", "2"],
  ActivityStatus: "1",
  ViewCount: 812,
  IsPublicVisible: true,
};
const fields = Object.keys(whole);

function roomInfoIn(response: unknown): RoomInfo | undefined {
  const reading = readRoomInfo(response);
  if (!reading.ok) throw new Error("there is something that is no RoomInfo");
  return reading.data;
}

const read = (info: unknown): RoomInfo | undefined => roomInfoIn({ RoomInfo: info });
/** The field as it is read from a piece of JSON. */
function fieldFrom<Name extends keyof RoomInfo>(name: Name, json: string): RoomInfo[Name] {
  return roomInfoIn(parseExactJson(`{"RoomInfo":{"${name}":${json}}}`))?.[name];
}

/** Wrong in every field: none takes an object, or a list that holds one. */
const wrong = fc.oneof(
  fc.constant(null),
  fc.dictionary(fc.string(), fc.string()),
  fc.constant([[]]),
  fc.constant("perhaps?"),
);

describe("RoomInfo", () => {
  test("has the fields that document 63404 names", () => {
    expect(Object.keys(roomInfoSchema.shape)).toEqual(fields);
    expect(read(whole)).toEqual(whole);
  });

  test.each(fields)("may come without %s, and nothing else is lost", (field) => {
    const { [field]: _, ...rest } = whole;
    expect(read(rest)).toEqual(rest);
  });

  test("may have any field of a wrong type, which is lost alone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), wrong, (field, value) => {
        const { [field]: _, ...rest } = whole;
        expect(read({ ...whole, [field]: value })).toMatchObject(rest);
      }),
    );
  });

  test("may have fields that no document names", () => {
    const newer = { ...whole, MemberCount: 3, SeatTemplate: {}, CustomInfo: [null], __proto: 1 };
    expect(read(newer)).toEqual(whole);
  });

  test("may be empty", () => {
    expect(read({})).toEqual({});
  });

  test.each([undefined, null, {}, { RoomInfo: undefined }, { RoomInfo: null }])(
    "is missing from %j",
    (response) => {
      expect(roomInfoIn(response)).toBeUndefined();
    },
  );

  test.each(["x", [], 7, { RoomInfo: [] }, { RoomInfo: "x" }, { RoomInfo: 0 }])(
    "is not what %j holds in its place, and that is no missing room",
    (response) => {
      expect(readRoomInfo(response)).toEqual({ ok: false });
    },
  );

  test("inherits nothing through __proto__", () => {
    const response = parseExactJson('{"RoomInfo":{"__proto__":{"RoomName":"inherited"}}}');
    expect(roomInfoIn(response)?.RoomName).toBeUndefined();
  });
});

describe("a field", () => {
  test.each([
    ["144115233775727695", "144115233775727695"],
    ['"144115233775727695"', "144115233775727695"],
    ["7", "7"],
    ['"host-1"', "host-1"],
  ])("of text keeps %s digit for digit", (json, text) => {
    expect(fieldFrom("Owner_Account", json)).toBe(text);
  });

  test.each([
    ["812", 812],
    ['"812"', 812],
    ["9007199254740993", 9007199254740993n],
    ['"9007199254740993"', 9007199254740993n],
    ["-1", -1],
    ["1.5", undefined],
    ['"eight"', undefined],
    ['""', undefined],
    ["true", undefined],
    ["1e400", undefined],
  ])("of a count reads %s", (json, count) => {
    expect(fieldFrom("ViewCount", json)).toBe(count);
  });

  test.each([
    ["true", true],
    ['"true"', true],
    ['"True"', true],
    ["1", true],
    ['"1"', true],
    ["false", false],
    ['"false"', false],
    ["0", false],
    ['"0"', false],
    ["2", undefined],
    ['""', undefined],
    ['"String"', undefined],
    ["null", undefined],
    ['"constructor"', undefined],
    ['"__proto__"', undefined],
  ])("of yes or no reads %s", (json, truth) => {
    expect(fieldFrom("IsMessageDisabled", json)).toBe(truth);
  });

  test("of categories keeps its place in the list where one is unreadable", () => {
    expect(fieldFrom("Category", '[1, "two", {}, 144115233775727695]')).toEqual([
      "1",
      "two",
      undefined,
      "144115233775727695",
    ]);
  });
});
