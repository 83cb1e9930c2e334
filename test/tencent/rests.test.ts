import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRests } from "../../src/tencent/rests.ts";

/** What happens after so many ms: somebody lies down for so long, or it is looked who may get up. */
const step = fc.record({
  after: fc.nat(1_500),
  restMs: fc.option(fc.constantFrom(1_000, 6_000, 1)),
});

test("those get up whose rest is over, each once, however long the others rest", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let time = 0;
      const up: number[] = [];
      const rests = createRests<number>(
        () => time,
        (item) => up.push(item),
      );
      const asleep = new Map<number, number>();
      for (const [item, { after, restMs }] of steps.entries()) {
        time += after;
        if (restMs !== null) {
          rests.add(item, restMs);
          asleep.set(item, time + restMs);
          continue;
        }
        rests.end();
        const over = [...asleep].filter(([, until]) => until <= time).map(([who]) => who);
        expect(up.toSorted((a, b) => a - b)).toEqual(over);
        up.length = 0;
        for (const who of over) asleep.delete(who);
        const next = asleep.size === 0 ? undefined : Math.min(...asleep.values());
        expect(rests.nextAt).toBe(next);
      }
    }),
  );
});
