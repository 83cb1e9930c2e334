import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readRoomId } from "../../src/room/room-id.ts";

const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
  minLength: 1,
  maxLength: 48,
});

describe("a room ID", () => {
  test("is any printable ASCII of 1 to 48 bytes, taken as it is", () => {
    fc.assert(
      fc.property(printable, (text) => {
        expect(readRoomId(text)).toEqual({ ok: true, id: text });
      }),
    );
  });

  test("may have every mark that Tencent's own kit allows, blanks at its ends too", () => {
    const marks = " !#$%&()+-:;<=.>?@[]^_{}|~, ";
    expect(readRoomId(marks)).toEqual({ ok: true, id: marks });
  });

  test("has 48 bytes at the most, and the flaw says how many there are", () => {
    expect(readRoomId("x".repeat(48)).ok).toBe(true);
    expect(readRoomId("x".repeat(49))).toEqual({
      ok: false,
      flaw: { kind: "too-long", bytes: 49 },
    });
  });

  test("is not empty", () => {
    expect(readRoomId("")).toEqual({ ok: false, flaw: { kind: "empty" } });
  });

  test.each([
    ["café-é", ["é"]],
    ["room‑1", ["‑"]],
    ["直播直", ["直", "播"]],
    ["room🎤", ["🎤"]],
    ["a\u00A0b", ["\u00A0"]],
    ["a\nb", ["\n"]],
    ["a\tb\u007F", ["\t", "\u007F"]],
    ["live\u200B", ["\u200B"]],
  ])("is ASCII: %j names each foreign character once", (text, characters) => {
    expect(readRoomId(text)).toEqual({ ok: false, flaw: { kind: "not-ascii", characters } });
  });

  test("of any text is read without an exception, and never accepted beyond its rule", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(readRoomId(text).ok).toBe(/^[\x20-\x7e]{1,48}$/.test(text));
      }),
    );
  });
});
