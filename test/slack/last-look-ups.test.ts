import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createLastLookUps } from "../../src/slack/last-look-ups.ts";
import { anyFailed, anyFound, anyMissing } from "../cards/arbitrary.ts";

const anyResults = fc.array(fc.oneof(anyFound, anyMissing, anyFailed), { maxLength: 20 });

test("the newest come first, each room once, and never more than five", () => {
  fc.assert(
    fc.property(anyResults, (results) => {
      const last = createLastLookUps(10);
      for (const result of results) last.remember("U1", result);
      const newest = [...new Set(results.toReversed().map(({ id }) => id))].slice(0, 5);
      expect(last.of("U1").map(({ room }) => room)).toEqual(newest);
    }),
  );
});

test("nobody sees another's, and those who asked longest ago are forgotten first", () => {
  fc.assert(
    fc.property(anyMissing, (result) => {
      const last = createLastLookUps(2);
      for (const user of ["U1", "U2", "U3"]) last.remember(user, result);
      expect(["U1", "U2", "U3", "U4"].map((user) => last.of(user).length)).toEqual([0, 1, 1, 0]);
    }),
  );
});
