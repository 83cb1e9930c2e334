import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  barOf,
  limitOf,
  scaleOf,
  type Span,
} from "../../../playground/page/control/timeline/scale.ts";
import { answer, query, step, waiting } from "./steps.ts";

const ms = fc.double({ min: 0, max: 100_000, noNaN: true });

const anySpan: fc.Arbitrary<Span> = fc
  .record({
    from: fc.constantFrom("slack" as const, "bot" as const),
    startMs: ms,
    tookMs: ms,
    outcome: fc.constantFrom("waiting" as const, "ok" as const, "failed" as const),
  })
  .map(({ from, startMs, tookMs, outcome }) =>
    outcome === "waiting"
      ? { from, startMs, outcome }
      : { from, startMs, endMs: startMs + tookMs, outcome },
  );

const anySpans = fc.array(anySpan, { minLength: 1, maxLength: 12 });

describe("for any steps", () => {
  test("bars stay on the scale and can be seen", () => {
    fc.assert(
      fc.property(anySpans, ms, (spans, elapsed) => {
        const scale = scaleOf(spans, elapsed);
        for (const span of spans) {
          const { left, width } = barOf(span, scale, elapsed);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThan(1);
          expect(left + width).toBeLessThanOrEqual(100.000_001);
        }
      }),
    );
  });

  test("marks go up from 0 to the end, few enough to be read", () => {
    fc.assert(
      fc.property(anySpans, ms, (spans, elapsed) => {
        const { ticks } = scaleOf(spans, elapsed);
        const places = ticks.map(({ at }) => at);
        expect(places[0]).toBe(0);
        expect(places.at(-1)).toBe(100);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(places.length).toBeLessThanOrEqual(5);
        expect(new Set(ticks.map(({ words }) => words)).size).toBe(ticks.length);
      }),
    );
  });

  test("no words of the marks run into others, where the scale is narrowest", () => {
    // 340 px for the control side, without what stands beside the scale; 7 px for a character.
    const [scaleWidth, character] = [169, 7];
    fc.assert(
      fc.property(anySpans, ms, (spans, elapsed) => {
        const boxes = scaleOf(spans, elapsed).ticks.map(({ at, words }) => {
          const width = words.length * character;
          // The outermost stand inside the scale, the others in the middle of their marks.
          const before = at === 0 || at === 100 ? (at / 100) * width : width / 2;
          return { begin: (at / 100) * scaleWidth - before, width };
        });
        for (const [index, { begin, width }] of boxes.entries()) {
          const next = boxes[index + 1]?.begin ?? Number.POSITIVE_INFINITY;
          expect(begin + width).toBeLessThan(next);
        }
      }),
    );
  });

  test("the scale holds every moment", () => {
    fc.assert(
      fc.property(anySpans, ms, (spans, elapsed) => {
        const { endMs } = scaleOf(spans, elapsed);
        for (const span of spans) expect(endMs).toBeGreaterThanOrEqual(span.endMs ?? span.startMs);
      }),
    );
  });
});

test("a finished interaction fills its scale", () => {
  const steps = [step(), query(), answer()];
  const scale = scaleOf(steps, 61);
  expect(scale.ticks.map(({ words }) => words)).toEqual(["0", "20", "40", "61 ms"]);
  expect(barOf(query({ startMs: 0, endMs: 61 }), scale, 61)).toEqual({ left: 0, width: 100 });
});

test.each([
  [561, ["0", "200", "561 ms"]],
  [1362, ["0", "500", "1,362 ms"]],
  [4402, ["0", "2,000", "4,402 ms"]],
])("after %d ms the marks leave room for the words at the end", (endMs, words) => {
  expect(scaleOf([step({ endMs })], endMs).ticks.map((tick) => tick.words)).toEqual(words);
});

test("while something is awaited the end stands still and the bar grows", () => {
  const hanging = waiting(query({ startMs: 0 }));
  const early = scaleOf([hanging], 1100);
  const later = scaleOf([hanging], 1900);
  expect([early.endMs, later.endMs]).toEqual([2000, 2000]);
  expect(barOf(hanging, early, 1100).width).toBeCloseTo(55);
  expect(barOf(hanging, later, 1900).width).toBeCloseTo(95);
  expect(scaleOf([hanging], 2000).endMs).toBe(4000);
  expect(scaleOf([hanging], 130_000).endMs).toBe(140_000);
});

test("long scales count in seconds", () => {
  const words = scaleOf([step({ endMs: 12_010 })], 0).ticks.map((tick) => tick.words);
  expect(words).toEqual(["0 s", "5 s", "12.0 s"]);
});

test("a delivery shows Slack's limit of 3 s, counted from its own start", () => {
  const scale = scaleOf([step({ endMs: 6000 })], 6000);
  expect(limitOf(step(), scale)).toBe(50);
  expect(limitOf(step({ startMs: 1500 }), scale)).toBe(75);
  expect(limitOf(query(), scale)).toBeUndefined();
  expect(limitOf(step(), scaleOf([step({ endMs: 2900 })], 2900))).toBeUndefined();
});
