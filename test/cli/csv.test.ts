import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRecord } from "../../src/cli/csv.ts";
import { hostileText } from "../cards/arbitrary.ts";

/** Reads one record by the grammar of RFC 4180, written anew from there. */
function readRecord(text: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (text[at] === undefined) throw new Error("a quote is open");
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    } else {
      for (; text[at] !== undefined && !/[",\r\n]/.test(text[at] ?? ""); at += 1) cell += text[at];
    }
    cells.push(cell);
    if (text[at] === ",") at += 1;
    else break;
  }
  if (text.slice(at) !== "\r\n") throw new Error(`no end of a record: ${text.slice(at)}`);
  return cells;
}

describe("a record of CSV", () => {
  test.each([
    [["a", "b", 3], "a,b,3\r\n"],
    [["a,b", 'say "x"', "", "two\nlines"], '"a,b","say ""x""",,"two\nlines"\r\n'],
    [["=1+1", "+1", "-1", "@SUM(A1)", "\tx"], "'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n"],
    [['=cmd|"/c calc"!A0'], `"'=cmd|""/c calc""!A0"\r\n`],
    [["\r=1"], `"'\r=1"\r\n`],
    // A number of ours is no formula.
    [[-5], "-5\r\n"],
  ])("%j is written as %j", (cells, text) => {
    expect(csvRecord(cells)).toBe(text);
  });

  test("comes back as it was, whatever its cells hold, but for what would be a formula", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), (cells) => {
        const read = readRecord(csvRecord(cells));
        expect(read).toEqual(
          cells.map((cell) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)),
        );
      }),
    );
  });
});
