import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RoomId } from "../../src/room/room-id.ts";
import { roomOf } from "../../src/room/room.ts";
import { readEnvelope } from "../../src/tencent/envelope.ts";
import { readRoomInfo, roomInfoSchema } from "../../src/tencent/room-info.ts";
import { findings } from "./fuzz.ts";

const integer = fc.oneof(
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  fc.constantFrom(0n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n, 144115233775727695n),
);

/** JSON as text, with integers that a number can't hold. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    integer.map(String),
    fc.string({ unit: "binary", maxLength: 20 }).map((text) => JSON.stringify(text)),
    fc.constantFrom(
      "null",
      "true",
      "false",
      "1.5",
      "-0",
      "1e400",
      '"OK"',
      '"FAIL"',
      '""',
      "{}",
      "[]",
    ),
    fc.array(tie("json"), { maxLength: 4 }).map((list) => `[${list.join(",")}]`),
    fc
      .dictionary(fc.constantFrom("RoomInfo", "a", "__proto__", "Category"), tie("json"), {
        maxKeys: 4,
      })
      .map(
        (fields) =>
          `{${Object.entries(fields)
            .map(([key, value]) => `"${key}":${value}`)
            .join(",")}}`,
      ),
  ),
}));

function objectOf(keys: readonly string[]): fc.Arbitrary<string> {
  const field = fc.tuple(fc.constantFrom(...keys), json).map(([key, value]) => `"${key}":${value}`);
  return fc.array(field, { maxLength: 12 }).map((fields) => `{${fields.join(",")}}`);
}
const roomInfo = objectOf([...Object.keys(roomInfoSchema.shape), "Notice", "constructor"]);
const envelope = fc.oneof(
  objectOf(["ActionStatus", "ErrorCode", "ErrorInfo", "RequestId", "Response", "__proto__"]),
  roomInfo.map((info) => `{"ActionStatus":"OK","ErrorCode":0,"Response":{"RoomInfo":${info}}}`),
);

/** An answer on a bad line: cut, with something of another kind in it, twice, or not at all. */
const damaged = fc
  .tuple(envelope, fc.nat(), fc.nat(), fc.string({ unit: "binary", maxLength: 5 }))
  .map(([text, from, length, other]) => {
    const at = from % (text.length + 1);
    return text.slice(0, at) + other + text.slice(at + (length % 10));
  });
const anyBody = fc.oneof(envelope, damaged, json, fc.string({ unit: "binary", maxLength: 300 }));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("envelopes: any answer is read without an exception, and what is no JSON is no answer", async () => {
  const property = fc.property(anyBody, (body) => {
    const read = readEnvelope(body);
    if (read === undefined) return;
    if (!isJson(body)) throw new Error("read what is no JSON");
    const said = JSON.parse(body) as Record<string, unknown>;
    if (read.kind === "fail" && Number(said["ErrorCode"]) !== read.code)
      throw new Error("another code");
    if (read.kind === "ok" && said["ActionStatus"] === "FAIL")
      throw new Error("a failure taken for success");
    if (read.kind !== "ok") return;
    const reading = readRoomInfo(read.response);
    if (reading.ok && reading.data !== undefined) roomOf(reading.data, "asked" as RoomId);
  });
  expect(await findings(property, { short: 3_000 })).toBe("");
});

test("envelopes: every integer is kept to its last digit", async () => {
  const property = fc.property(
    integer,
    integer,
    integer,
    json,
    (owner, entries, request, other) => {
      const body = `{"ErrorCode":0,"RequestId":${request},"Response":{"RoomInfo":{"RoomName":${other},"Owner_Account":${owner},"ViewCount":${entries}}}}`;
      const read = readEnvelope(body);
      if (read?.kind !== "ok") throw new Error("not read");
      const reading = readRoomInfo(read.response);
      if (!reading.ok || reading.data === undefined) throw new Error("no room");
      const room = roomOf(reading.data, "asked" as RoomId);
      if (read.requestId !== String(request)) throw new Error(`RequestId ${read.requestId}`);
      if (room.owner !== String(owner)) throw new Error(`owner ${room.owner}`);
      if (entries >= 0n && String(room.entries) !== String(entries))
        throw new Error(`entries ${String(room.entries)}`);
    },
  );
  expect(await findings(property, { short: 3_000 })).toBe("");
});
