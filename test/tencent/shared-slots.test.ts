import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { defaults } from "../../src/defaults.ts";
import type { SlotTable } from "../../src/lib/slot-table.ts";
import { createQuota, type Quota } from "../../src/tencent/quota.ts";
import { createSharedSlots, type SharedSlots } from "../../src/tencent/shared-slots.ts";
import { advance, mostInASecond, never, settle, slotOf } from "./quota-fixture.ts";
import { createTableModel } from "./slot-table-model.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

interface Replica {
  readonly quota: Quota;
  readonly slots: SharedSlots;
  readonly away: unknown[];
}

function replicaOf(table: SlotTable, me: string, qps: number): Replica {
  const away: unknown[] = [];
  const onAway = (error: unknown): void => void away.push(error);
  const figures = { ...defaults, silenceMs: 0 };
  const slots = createSharedSlots({ table, me, qps, backgroundShare: 0.5, figures, onAway });
  void slots.start();
  return { quota: createQuota({ ...figures, qps, backgroundShare: 0.5, slots }), slots, away };
}

const gone = (): never => {
  throw new Error("the database is away");
};
const awayTable: SlotTable = {
  prepare: async () => gone(),
  trade: async () => gone(),
  keepReserve: async () => gone(),
  renew: async () => gone(),
  leave: async () => gone(),
  close: () => Promise.resolve(),
};

/** The words with the table take their time, and get lost before or after it hears them. */
function unsteady(
  table: SlotTable,
  words: readonly { before: number; after: number; fails: string }[],
) {
  let count = 0;
  const through = async <T>(ask: () => Promise<T>): Promise<T> => {
    const { before = 1, after = 1, fails = "no" } = words[(count += 1) % words.length] ?? {};
    await sleep(before);
    if (fails === "before") gone();
    const answer = await ask();
    await sleep(after);
    return fails === "after" ? gone() : answer;
  };
  return {
    ...table,
    trade: (trade) => through(() => table.trade(trade)),
    keepReserve: (beat) => through(() => table.keepReserve(beat)),
  } satisfies SlotTable;
}

describe("in any second, as the server counts", () => {
  const query = fc.record({
    replica: fc.nat(2),
    after: fc.oneof(fc.constant(0), fc.nat(3_000), fc.nat(30_000)),
    // The process stands still between taking the slot and sending.
    stall: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(40_000)),
    takes: fc.oneof(fc.nat(40), fc.nat(40), fc.nat(800), fc.nat(defaults.queryTimeoutMs)),
    countedAt: fc.constantFrom(0, 0.5, 1),
    // Answered; given up, and counted until the grace is over; or its process is no more.
    ends: fc.constantFrom(...Array<string>(8).fill("answered"), "given up", "never"),
    lane: fc.constantFrom("person" as const, "background" as const),
  });
  const word = fc.record({
    before: fc.nat(30),
    after: fc.nat(30),
    fails: fc.constantFrom(...Array<string>(9).fill("no"), "before", "after"),
  });

  test("all replicas together never send more, though they stall, die and lose words, and it restarts", async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(query, { minLength: 60, maxLength: 150 }),
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 3, maxLength: 3 }),
        fc.option(fc.nat(20_000), { nil: undefined }),
        async (queries, words, figures, restartAfter) => {
          const model = createTableModel();
          const replicas = figures.map((qps, index) =>
            replicaOf(unsteady(model.table, words), `replica ${index}`, qps),
          );
          if (restartAfter !== undefined) setTimeout(() => model.restart(), restartAfter);
          const counted: number[] = [];
          for (const { replica, after, stall, takes, countedAt, ends, lane } of queries) {
            void sleep(after)
              .then(async () => {
                const slot = slotOf(
                  (await replicas[replica]?.quota.acquire(lane, never)) ?? gone(),
                );
                await sleep(stall);
                if (!slot.isGood()) return slot.giveBack();
                const upTo =
                  ends === "answered" ? takes : defaults.queryTimeoutMs + defaults.graceMs;
                counted.push(performance.now() + countedAt * upTo);
                await sleep(ends === "given up" ? defaults.queryTimeoutMs : takes);
                if (ends !== "never") slot.release(ends === "given up");
              })
              .catch(() => undefined);
          }
          const end = performance.now() + 60_000;
          while (performance.now() < end) {
            vi.advanceTimersToNextTimer();
            // oxlint-disable-next-line no-await-in-loop -- timers fire one after the other
            await settle();
          }
          sent += counted.length;
          expect(mostInASecond(counted)).toBeLessThanOrEqual(Math.max(...figures));
          vi.clearAllTimers();
        },
      ),
      { numRuns: 30 },
    );
    // With some words alone, as of a database that never answers, nothing is sent at all.
    expect(sent).toBeGreaterThan(500);
  });
});

describe("a person", () => {
  test("is served from the reserve at once, without a word with the database", async () => {
    const { table } = createTableModel();
    const trades = vi.fn<SlotTable["trade"]>(table.trade);
    const { quota } = replicaOf({ ...table, trade: trades }, "a", 20);
    await advance(100);
    expect((await quota.acquire("person", never)).kind).toBe("admitted");
    expect(trades).not.toHaveBeenCalled();
  });

  test("has slots that count as used until they have rested, and no others", async () => {
    const { quota } = replicaOf(createTableModel().table, "a", 20);
    await advance(100);
    expect(quota.used).toBe(0);
    const asked = Array.from({ length: 3 }, () => quota.acquire("person", never));
    await advance(2_000);
    const slots = (await Promise.all(asked)).map(slotOf);
    expect(quota.used).toBe(3);
    for (const slot of slots) slot.release(false);
    expect(quota.used).toBe(3);
    await advance(2_000);
    expect(quota.used).toBe(0);
  });

  test("is served by the table past that", async () => {
    const { quota } = replicaOf(createTableModel().table, "a", 20);
    await advance(100);
    const asked = Array.from({ length: 20 }, () => quota.acquire("person", never));
    await advance(2_000);
    expect((await Promise.all(asked)).map(({ kind }) => kind)).not.toContain("aborted");
  });
});

describe("where the database is away", () => {
  test("people are served from the reserve, work waits, and all goes on when it is back", async () => {
    const { table } = createTableModel();
    let isAway = false;
    const trade: SlotTable["trade"] = (words) => (isAway ? awayTable : table).trade(words);
    const keepReserve: SlotTable["keepReserve"] = (words) =>
      (isAway ? awayTable : table).keepReserve(words);
    const { quota, away } = replicaOf({ ...table, trade, keepReserve }, "a", 40);
    await advance(100);
    isAway = true;
    let isServed = false;
    void quota.acquire("background", never).then(() => (isServed = true));
    for (let round = 0; round < 3; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (let index = 0; index < 2; index += 1) {
        // oxlint-disable-next-line no-await-in-loop -- see above
        const slot = slotOf(await acquireSoon(quota));
        expect(slot.isGood()).toBe(true);
        slot.release(false);
      }
      // oxlint-disable-next-line no-await-in-loop -- see above
      await advance(1_100);
    }
    expect(isServed).toBe(false);
    isAway = false;
    await advance(2_000);
    expect(isServed).toBe(true);
    expect(away).toEqual([expect.any(Error), undefined]);
  });

  test("from the start, and so without a part, people are told to come back", async () => {
    const { quota } = replicaOf(awayTable, "a", 40);
    void quota.acquire("background", never);
    await advance(100);
    expect(await quota.acquire("person", never)).toEqual({ kind: "full", expectedWaitMs: 5_000 });
  });
});

async function acquireSoon(quota: Quota) {
  const admission = quota.acquire("person", never);
  await advance(30);
  return admission;
}
