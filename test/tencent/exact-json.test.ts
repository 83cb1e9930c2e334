import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseExactJson } from "../../src/tencent/exact-json.ts";

describe("exact JSON", () => {
  test("keeps an owner beyond 2^53 to the last digit", () => {
    expect(parseExactJson('{"Owner_Account":144115233775727695}')).toEqual({
      Owner_Account: 144115233775727695n,
    });
  });

  test("gives every integer back digit for digit, whatever its size", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (value) => {
        expect(String(parseExactJson(String(value)))).toBe(String(value));
      }),
    );
  });

  test.each([
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", 9007199254740993n],
    ["-9007199254740993", -9007199254740993n],
    ["0", 0],
    ["1.5", 1.5],
    ["2e3", 2000],
  ])("reads %s as a number where that is exact", (text, value) => {
    expect(parseExactJson(text)).toBe(value);
  });

  test.each([
    '{"a":144115233775727695}',
    '{"a": 144115233775727695}',
    '{ "b" : [1,\n\t144115233775727695] }',
    "[ 144115233775727695]",
    " 144115233775727695 ",
    "[1.5,-144115233775727695]",
    '{"text":"a \\"quoted\\": 1","a":144115233775727695,"c":0.1}',
  ])("finds the long integer of %s, wherever it stands", (text) => {
    const kept = JSON.stringify(parseExactJson(text), (_, part: unknown) =>
      typeof part === "bigint" ? `kept ${part}` : part,
    );
    expect(kept).toMatch(/kept -?144115233775727695/);
  });

  test("keeps a long integer anywhere in any JSON, however it is laid out", () => {
    const long = fc.bigInt({ min: 2n ** 53n, max: 10n ** 30n });
    const indent = fc.constantFrom("", " ", "\t", "   ");
    const place = fc.constantFrom("first", "last", "key");
    fc.assert(
      fc.property(fc.jsonValue(), long, indent, place, (value, integer, space, where) => {
        const other = JSON.stringify(value, undefined, space);
        const text = {
          first: `[${space}${integer}${space},${other}]`,
          last: `[${other},${space}${integer}${space}]`,
          key: `{"a":${other},"b"${space}:${space}${integer}}`,
        }[where];
        const read = parseExactJson(text) as Record<string, unknown>;
        expect(read[{ first: "0", last: "1", key: "b" }[where]]).toBe(integer);
      }),
    );
  });

  test("reads everything else as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        // What differs is only how a large integer is held.
        const rounded = JSON.stringify(parseExactJson(text), (_, part: unknown) =>
          typeof part === "bigint" ? Number(part) : part,
        );
        expect(rounded).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test("takes the last of two equal keys, as JSON.parse does", () => {
    expect(parseExactJson('{"a":1,"a":2,"a":null}')).toEqual({ a: null });
  });

  test("takes __proto__ for a key like any other", () => {
    const read = parseExactJson('{"__proto__":{"RoomName":"inherited"},"constructor":1}');
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect((read as { RoomName?: unknown }).RoomName).toBeUndefined();
    expect(({} as { RoomName?: unknown }).RoomName).toBeUndefined();
  });

  test.each(["", " ", "{", '{"RoomId":"live-room",}', "[1,]", "nul", "01", "{}{}", "'a'", "NaN"])(
    "refuses %j, which is no JSON",
    (text) => {
      expect(() => parseExactJson(text)).toThrow(SyntaxError);
    },
  );
});
