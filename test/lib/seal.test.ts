import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSeal } from "../../src/lib/seal.ts";

const { seal, open } = createSeal("xoxb-a-secret", "a purpose");

describe("a sealed text", () => {
  test("opens for what it was sealed for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, about) => {
        expect(open(seal(text, about), about)).toBe(text.toWellFormed());
      }),
    );
  });

  test("opens with no other secret, for no other purpose and for nothing else", () => {
    const some = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(some, some, some, (text, about, other) => {
        const sealed = seal(text, about);
        const others = [
          createSeal(`xoxb-a-secret${other}`, "a purpose"),
          createSeal("xoxb-a-secret", `a purpose${other}`),
        ];
        for (const { open: openWith } of others) expect(openWith(sealed, about)).toBeUndefined();
        expect(open(sealed, about + other)).toBeUndefined();
      }),
    );
  });

  test("does not open when one byte of it is another, or its end is gone", () => {
    const change = fc.integer({ min: 1, max: 255 });
    fc.assert(
      fc.property(fc.string(), fc.nat(), change, (text, at, by) => {
        const bytes = Buffer.from(seal(text, "about"), "base64");
        const index = at % bytes.length;
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ by;
        expect(open(changed.toString("base64"), "about")).toBeUndefined();
        expect(open(bytes.subarray(0, index).toString("base64"), "about")).toBeUndefined();
      }),
    );
  });

  test("is another each time", () => {
    expect(seal("text", "about")).not.toBe(seal("text", "about"));
  });
});
