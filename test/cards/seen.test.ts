import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buttonValue, readButtonValue } from "../../src/cards/actions.ts";
import { changesBetween, readSeen, writeSeen, type Seen } from "../../src/cards/seen.ts";
import { roomId } from "./arbitrary.ts";

const flag = fc.option(fc.boolean(), { nil: undefined });
const anySeen: fc.Arbitrary<Seen> = fc
  .record({
    exists: fc.boolean(),
    muted: flag,
    hidden: flag,
    seats: flag,
    entries: fc.option(fc.bigInt({ min: 0n, max: 10n ** 39n }), { nil: undefined }),
  })
  .map((seen) => JSON.parse(JSON.stringify({ ...seen, entries: undefined })) as Seen);

describe("what a card showed", () => {
  test("travels in its button and comes back as it was, beside any ID", () => {
    fc.assert(
      fc.property(
        roomId,
        anySeen,
        fc.option(fc.bigInt({ min: 0n, max: 10n ** 39n })),
        (id, flags, count) => {
          const seen = count === null ? flags : { ...flags, entries: count };
          const value = buttonValue(id, seen);
          expect(readButtonValue(value)).toEqual({ roomId: id, seen });
          expect(value).toMatch(/^[^&<>\s]{1,2000}$/);
        },
      ),
    );
  });

  test("is nothing where the text is none of ours", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const seen = readSeen(text);
        expect(seen && readSeen(writeSeen(seen))).toEqual(seen);
      }),
    );
    for (const text of ["", "f.", "f.m2", "q", "f.e", "__proto__"])
      expect(readSeen(text)).toBeUndefined();
  });
});

describe("what changed", () => {
  const room: Seen = { exists: true, muted: false, hidden: false, seats: true, entries: 812n };

  test.each<[string, Partial<Seen>, string[]]>([
    ["nothing", {}, []],
    ["chat muted", { muted: true }, ["chat was muted for everyone"]],
    ["hidden", { hidden: true }, ["the room was hidden from the room list"]],
    ["seats off", { seats: false }, ["seats were turned off"]],
    ["one entry", { entries: 813n }, ["1 more entry"]],
    ["many entries", { entries: 2_812n }, ["2,000 more entries"]],
    ["fewer entries, as of a room made anew, is no count to tell", { entries: 3n }, []],
    ["gone, and nothing else", { exists: false, muted: true }, ["the room has gone"]],
    [
      "two things",
      { muted: true, entries: 900n },
      ["chat was muted for everyone", "88 more entries"],
    ],
  ])("%s", (_, change, clauses) => {
    expect(changesBetween(room, { ...room, ...change })).toEqual(clauses);
  });

  test("what was not known before, or is not now, is no change", () => {
    expect(changesBetween({ exists: true }, room)).toEqual([]);
    expect(changesBetween(room, { exists: true })).toEqual([]);
  });
});
