import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import {
  advance,
  mostInASecond,
  never,
  quotaOf,
  settle,
  slotOf,
  untilQuiet,
  type QuotaFigures,
} from "./quota-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** One query: when it is asked for, how long it takes, and where in that time the server counts it. */
interface Query {
  readonly after: number;
  readonly takes: number;
  readonly countedAt: number;
  /** Given up after `takes`; then the server may count it until the grace is over. */
  readonly givenUp: boolean;
}

const queries = fc.array(
  fc.record({
    after: fc.oneof(fc.constant(0), fc.nat(3000)),
    takes: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2500 })),
    countedAt: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    givenUp: fc.boolean(),
  }),
  { maxLength: 40 },
);

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** When the server counted each query of a script. */
async function countedBy(
  figures: Required<Pick<QuotaFigures, "qps" | "restMs" | "graceMs">>,
  script: readonly Query[],
): Promise<number[]> {
  const quota = quotaOf(figures);
  const counted: number[] = [];
  const asked = script.map(async ({ after, takes, countedAt, givenUp }) => {
    await wait(after);
    const slot = slotOf(await quota.acquire("person", never));
    const sent = performance.now();
    counted.push(sent + countedAt * (givenUp ? takes + figures.graceMs : takes));
    await wait(takes);
    slot.release(givenUp);
  });
  await untilQuiet();
  await Promise.all(asked);
  return counted;
}

describe("in any second, as the server counts", () => {
  test("there are never more than qps queries, whatever they take and however late they are counted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 7 }), queries, async (qps, script) => {
        const counted = await countedBy({ qps, restMs: 1000, graceMs: 5000 }, script);
        expect(counted).toHaveLength(script.length);
        expect(mostInASecond(counted)).toBeLessThanOrEqual(qps);
      }),
    );
  });

  test("there would be more if slots rested for less: the check above sees it", async () => {
    const script = Array.from({ length: 20 }, (_, index) => ({
      after: 0,
      takes: 400,
      countedAt: index < 5 ? 1 : 0,
      givenUp: false,
    }));
    const promised = await countedBy({ qps: 5, restMs: 1000, graceMs: 0 }, script);
    expect(mostInASecond(promised)).toBe(5);
    const broken = await countedBy({ qps: 5, restMs: 500, graceMs: 0 }, script);
    expect(mostInASecond(broken)).toBeGreaterThan(5);
  });

  test("the share is used: 30 queries at 10 a second are counted within 3.3 seconds", async () => {
    const script = Array.from({ length: 30 }, () => ({
      after: 0,
      takes: 20,
      countedAt: 0.5,
      givenUp: false,
    }));
    const counted = await countedBy({ qps: 10, restMs: 1000, graceMs: 5000 }, script);
    expect(Math.max(...counted) - Math.min(...counted)).toBeLessThan(3300);
  });
});

/** Takes the only slot, releases it as told, and says how long the next in line waits for it. */
async function restOf(release: (slot: ReturnType<typeof slotOf>) => void): Promise<number> {
  const quota = quotaOf({ qps: 1 });
  const slot = slotOf(await quota.acquire("person", never));
  const next = quota.acquire("person", never);
  await advance(3000);
  const released = performance.now();
  release(slot);
  let waited: number | undefined;
  const noted = next.then(() => {
    waited = performance.now() - released;
  });
  await untilQuiet();
  await noted;
  return waited ?? Number.NaN;
}

describe("a slot", () => {
  test("is given back a second after the answer, not after the sending", async () => {
    const rest = await restOf((slot) => slot.release(false));
    expect(rest).toBeGreaterThanOrEqual(1000);
    expect(rest).toBeLessThan(1010);
  });

  test("rests for the grace as well when its query was given up", async () => {
    const rest = await restOf((slot) => slot.release(true));
    expect(rest).toBeGreaterThanOrEqual(6000);
    expect(rest).toBeLessThan(6010);
  });

  test("is given back once, however often it is released", async () => {
    const quota = quotaOf({ qps: 2 });
    const slot = slotOf(await quota.acquire("person", never));
    slot.release(false);
    slot.release(false);
    await advance(1500);
    slot.release(false);
    await advance(10_000);
    expect(quota.free).toBe(2);
  });

  test("released again as given up, keeps to what was said first", async () => {
    const rest = await restOf((slot) => {
      slot.release(true);
      slot.release(false);
    });
    expect(rest).toBeGreaterThanOrEqual(6000);
  });

  test("is not given back while its query is under way", async () => {
    const quota = quotaOf({ qps: 1 });
    await quota.acquire("person", never);
    await advance(60_000);
    expect(quota.free).toBe(0);
  });
});

describe("a new process", () => {
  test("sends nothing in its first second, and then begins", async () => {
    const start = performance.now();
    const quota = quotaOf({ silenceMs: 1000 });
    let admittedAfter: number | undefined;
    void quota.acquire("person", never).then(() => {
      admittedAfter = performance.now() - start;
    });
    await advance(999);
    expect(admittedAfter).toBeUndefined();
    await advance(50);
    expect(admittedAfter).toBeGreaterThanOrEqual(1000);
    expect(quota.waiting.person).toBe(0);
  });

  test("that nobody asks in its first second admits the first at once afterwards", async () => {
    const quota = quotaOf({ silenceMs: 1000 });
    await advance(1100);
    const admission = quota.acquire("background", never);
    await settle();
    expect(quota.waiting.background).toBe(0);
    expect((await admission).kind).toBe("admitted");
  });
});
