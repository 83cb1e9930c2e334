import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stillCovers } from "../../src/lib/lease.ts";
import { allowances, fairShare, reserveOf, reservePart } from "../../src/tencent/sharing.ts";

const qps = fc.integer({ min: 1, max: 200 });
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

describe("the reserve", () => {
  test("is a twentieth, and something stands in the table as well", () => {
    expect([1, 2, 20, 21, 100, 200].map(reserveOf)).toEqual([0, 1, 1, 2, 5, 10]);
    for (let figure = 1; figure <= 200; figure += 1) {
      expect(figure - reserveOf(figure)).toBeGreaterThan(0);
    }
  });

  test("of processes with different figures: all together never have more than the largest", () => {
    fc.assert(
      fc.property(fc.array(qps, { minLength: 1, maxLength: 6 }), (figures) => {
        const inTable = Math.max(...figures.map((figure) => figure - reserveOf(figure)));
        const inReserve = Math.max(...figures.map(reserveOf));
        expect(inTable + inReserve).toBe(Math.max(...figures));
      }),
    );
  });

  test("is shared out whole, in parts that differ by one at most", () => {
    const names = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(20), names, (reserve, living) => {
        const parts = living.map((me) => reservePart(reserve, living, me));
        expect(sum(parts)).toBe(reserve);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a fair share", () => {
  const wants = fc.array(fc.nat(300), { minLength: 1, maxLength: 8 });

  test("leaves nothing idle that somebody wants, and is exact but for rounding up", () => {
    fc.assert(
      fc.property(qps, wants, (total, demands) => {
        const shares = demands.map((mine, index) =>
          fairShare(total, mine, demands.toSpliced(index, 1)),
        );
        const wanted = Math.min(total, sum(demands));
        expect(sum(shares)).toBeGreaterThanOrEqual(wanted);
        expect(sum(shares)).toBeLessThan(wanted + demands.length);
      }),
    );
  });

  test("gives all to whoever wants no more than an even part, and nobody more than they want", () => {
    fc.assert(
      fc.property(qps, fc.nat(300), wants, (total, mine, others) => {
        const share = fairShare(total, mine, others);
        expect(share).toBeLessThanOrEqual(mine);
        expect(share).toBeGreaterThanOrEqual(Math.min(mine, total / (others.length + 1)));
      }),
    );
  });

  test("puts people before work that nobody waits for, also before that of other processes", () => {
    const busy = { person: 150, background: 0 };
    expect(allowances(190, 95, { person: 10, background: 90 }, [busy])).toEqual({
      person: 10,
      background: 30,
    });
    expect(allowances(190, 95, { person: 0, background: 90 }, [busy, busy]).background).toBe(0);
    const idle = { person: 0, background: 95 };
    expect(allowances(190, 95, { person: 0, background: 95 }, [idle]).background).toBe(48);
  });
});

describe("a lease", () => {
  const since = { monotonic: 1_000, wall: 50_000 };
  const clocks = (monotonic: number, wall: number) => ({
    monotonic: () => since.monotonic + monotonic,
    wall: () => since.wall + wall,
  });

  test("covers what ends before it does, with what clocks go apart", () => {
    expect(stillCovers(since, 15_000, 11_000, clocks(3_990, 3_990))).toBe(true);
    expect(stillCovers(since, 15_000, 11_000, clocks(4_000, 4_000))).toBe(false);
  });

  test("is over by either clock: one sleeps with the machine, the other may be set", () => {
    expect(stillCovers(since, 15_000, 11_000, clocks(10, 60_000))).toBe(false);
    expect(stillCovers(since, 15_000, 11_000, clocks(60_000, -90_000))).toBe(false);
    expect(stillCovers(since, 15_000, 11_000, clocks(10, -90_000))).toBe(true);
  });
});
