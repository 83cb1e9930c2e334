import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stepOutputs } from "../../src/slack/step-outputs.ts";
import { anyFailed, anyFound, anyMissing } from "../cards/arbitrary.ts";

const anyOutputs = fc.oneof(anyFound, anyMissing, anyFailed).map(stepOutputs);

test("no text of a step can become a mention, hide what follows or go on for ever", () => {
  fc.assert(
    fc.property(anyOutputs, (outputs) => {
      const texts = Object.values(outputs).filter((value) => typeof value === "string");
      expect(texts.join("\n")).not.toMatch(/[<>\u202a-\u202e\u2066-\u2069]/u);
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(5_000);
    }),
  );
});

test("every number of a step is exact", () => {
  fc.assert(
    fc.property(anyOutputs, ({ entries = 0 }) => {
      expect(Number.isSafeInteger(entries)).toBe(true);
    }),
  );
});
