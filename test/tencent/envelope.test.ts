import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readEnvelope } from "../../src/tencent/envelope.ts";
import { readRoomInfo } from "../../src/tencent/room-info.ts";

describe("an envelope", () => {
  test("of success brings its response and RequestId", () => {
    const text =
      '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","RequestId":"r-1","Response":{"a":1}}';
    expect(readEnvelope(text)).toEqual({ kind: "ok", response: { a: 1 }, requestId: "r-1" });
  });

  test("of failure brings its code, its words and its RequestId", () => {
    const text =
      '{"ActionStatus":"FAIL","ErrorCode":100004,"ErrorInfo":"no room","RequestId":"r-2"}';
    expect(readEnvelope(text)).toEqual({
      kind: "fail",
      code: 100004,
      info: "no room",
      requestId: "r-2",
    });
  });

  test("says failure by its code, even where its status says OK", () => {
    expect(readEnvelope('{"ActionStatus":"OK","ErrorCode":60020}')).toMatchObject({
      kind: "fail",
      code: 60020,
      info: "",
    });
  });

  test("may carry its code as text", () => {
    expect(readEnvelope('{"ErrorCode":"70001"}')).toMatchObject({ kind: "fail", code: 70001 });
    expect(readEnvelope('{"ErrorCode":"0","Response":{}}')).toMatchObject({ kind: "ok" });
    expect(readEnvelope('{"ErrorCode":-5}')).toMatchObject({ kind: "fail", code: -5 });
  });

  test("may leave its RequestId, words and response out", () => {
    expect(readEnvelope('{"ErrorCode":0}')).toEqual({
      kind: "ok",
      response: undefined,
      requestId: undefined,
    });
    expect(readEnvelope('{"ErrorCode":1}')).toEqual({
      kind: "fail",
      code: 1,
      info: "",
      requestId: undefined,
    });
  });

  test("loses a field of the wrong type and keeps the others", () => {
    const text = '{"ActionStatus":7,"ErrorCode":60008,"ErrorInfo":{"a":1},"RequestId":["r"]}';
    expect(readEnvelope(text)).toEqual({
      kind: "fail",
      code: 60008,
      info: "",
      requestId: undefined,
    });
  });

  test("keeps a RequestId of digits to the last one", () => {
    expect(readEnvelope('{"ErrorCode":0,"RequestId":144115233775727695}')).toMatchObject({
      requestId: "144115233775727695",
    });
  });

  test("has its last ErrorCode where there are two", () => {
    expect(readEnvelope('{"ErrorCode":0,"ErrorCode":60008}')).toMatchObject({ code: 60008 });
  });

  test("does not inherit a code through __proto__", () => {
    expect(readEnvelope('{"__proto__":{"ErrorCode":0,"ActionStatus":"OK"}}')).toBeUndefined();
  });

  test("that says FAIL is no success, whatever its code", () => {
    // A success without a room means that there is no such room; this is nothing of the kind.
    expect(readEnvelope('{"ActionStatus":"FAIL","ErrorCode":0}')?.kind).not.toBe("ok");
    expect(readEnvelope('{"ActionStatus":"FAIL","ErrorInfo":"x"}')?.kind).not.toBe("ok");
  });

  test.each([
    "",
    "<html>502</html>",
    "null",
    "[]",
    '"OK"',
    "12",
    "{}",
    '{"ErrorCode":"none"}',
    '{"ErrorCode":1.5}',
    '{"status":"ok"}',
    '{"ActionStatus":"OK","ErrorCode":0,}',
    "[".repeat(100_000),
    `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`,
  ])("is not what any other text is (case %#)", (text) => {
    expect(readEnvelope(text)).toBeUndefined();
  });
});

function expectNoThrow(text: string): void {
  expect(() => {
    const envelope = readEnvelope(text);
    if (envelope?.kind === "ok") readRoomInfo(envelope.response);
  }).not.toThrow();
}

describe("reading an answer never throws", () => {
  test("for any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectNoThrow));
  });

  test("for any JSON", () => {
    fc.assert(fc.property(fc.json(), expectNoThrow));
  });

  test("for any JSON in the place of any part of an envelope", () => {
    const part = fc.jsonValue();
    const envelopes = fc.record({
      ErrorCode: part,
      ErrorInfo: part,
      RequestId: part,
      Response: part,
    });
    const rooms = part.map((RoomInfo) => ({ ActionStatus: "OK", Response: { RoomInfo } }));
    const texts = fc.oneof(envelopes, rooms).map((envelope) => JSON.stringify(envelope));
    fc.assert(fc.property(texts, expectNoThrow));
  });

  test("for an answer that ends anywhere", () => {
    const text = '{"ErrorCode":0,"RequestId":"\\u00e4","Response":{"RoomInfo":{"Category":[1,2]}}}';
    for (let length = 0; length < text.length; length += 1) {
      expect(readEnvelope(text.slice(0, length))).toBeUndefined();
    }
  });
});
