import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Lane, Quota, Slot } from "../../src/tencent/quota.ts";
import {
  advance,
  mostInASecond,
  never,
  quotaOf,
  settle,
  slotOf,
  untilQuiet,
} from "./quota-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody whose query is answered as soon as it is sent. */
function ask(quota: Quota, lane: Lane, name: string, order: string[]): void {
  void quota.acquire(lane, never).then((admission) => {
    order.push(name);
    slotOf(admission).release(false);
  });
}

describe("two lanes", () => {
  test("a person comes before background work that waited longer", async () => {
    const quota = quotaOf({ qps: 1 });
    const order: string[] = [];
    for (const name of ["b1", "b2", "b3"]) ask(quota, "background", name, order);
    for (const name of ["p1", "p2"]) ask(quota, "person", name, order);
    await untilQuiet();
    // The first found a free slot before any person came.
    expect(order).toEqual(["b1", "p1", "p2", "b2", "b3"]);
  });

  test("a person who comes between two turns has the next one", async () => {
    const quota = quotaOf({ qps: 10 });
    const order: string[] = [];
    for (let index = 1; index <= 5; index += 1) ask(quota, "background", `b${index}`, order);
    await advance(150);
    expect(order).toEqual(["b1", "b2"]);
    ask(quota, "person", "p", order);
    await advance(100);
    expect(order).toEqual(["b1", "b2", "p"]);
    await untilQuiet();
    expect(order).toHaveLength(6);
  });

  test("background work gets one slot at a time, at the pace of the quota", async () => {
    const quota = quotaOf({ qps: 10 });
    const order: string[] = [];
    for (let index = 1; index <= 10; index += 1) ask(quota, "background", `b${index}`, order);
    await advance(450);
    expect(order).toHaveLength(5);
    expect(quota.waiting).toEqual({ person: 0, background: 5 });
  });

  test("people beside it as well, so that slots do not come free in bursts", async () => {
    const quota = quotaOf({ qps: 10 });
    const order: string[] = [];
    for (const name of ["b1", "b2"]) ask(quota, "background", name, order);
    for (const name of ["p1", "p2", "p3"]) ask(quota, "person", name, order);
    await advance(250);
    expect(order).toEqual(["b1", "p1", "p2"]);
    await untilQuiet();
    expect(order).toEqual(["b1", "p1", "p2", "p3", "b2"]);
  });
});

describe("people among themselves", () => {
  test("take all slots at once, and no more than there are", async () => {
    const quota = quotaOf({ qps: 10 });
    const order: string[] = [];
    for (let index = 1; index <= 12; index += 1) ask(quota, "person", `p${index}`, order);
    await settle();
    expect(order).toHaveLength(10);
    await advance(999);
    expect(order).toHaveLength(10);
    await advance(10);
    expect(order).toHaveLength(12);
  });

  test("are spaced while fifty of their queries are under way, as each opens a connection", async () => {
    const quota = quotaOf({ qps: 100 });
    const order: string[] = [];
    const slots: Slot[] = [];
    for (let index = 1; index <= 100; index += 1) {
      void quota.acquire("person", never).then((admission) => {
        order.push(`p${index}`);
        slots.push(slotOf(admission));
      });
    }
    await settle();
    // The pace of the quota has a turn of its own.
    expect(order).toHaveLength(51);
    await advance(95);
    expect(order).toHaveLength(60);
    for (const slot of slots.splice(0, 30)) slot.release(false);
    await advance(10);
    expect(order.length).toBeGreaterThanOrEqual(80);
    for (const slot of slots) slot.release(false);
  });

  test("who come while others wait stand behind them", async () => {
    const quota = quotaOf({ qps: 1 });
    slotOf(await quota.acquire("person", never)).release(false);
    const order: string[] = [];
    ask(quota, "person", "first", order);
    await advance(1_005);
    ask(quota, "person", "second", order);
    await untilQuiet();
    expect(order).toEqual(["first", "second"]);
  });

  test("find a slot without a wait where nobody waits, and else none", async () => {
    const quota = quotaOf({ qps: 2 });
    expect(quota.acquireNow("background")).toBeUndefined();
    const slot = quota.acquireNow("person");
    expect(quota.acquireNow("person")).toBeDefined();
    expect(quota.acquireNow("person")).toBeUndefined();
    const order: string[] = [];
    ask(quota, "background", "b", order);
    slot?.giveBack();
    // It is the next one's in the line.
    expect(quota.acquireNow("person")).toBeUndefined();
    await settle();
    expect(order).toEqual(["b"]);
  });
});

describe("the share of background work", () => {
  test("is all that it gets while nobody else asks, in any sliding second", async () => {
    const quota = quotaOf({ qps: 10, backgroundShare: 0.5 });
    const moments: number[] = [];
    for (let index = 0; index < 30; index += 1) {
      void quota.acquire("background", never).then((admission) => {
        moments.push(performance.now());
        slotOf(admission).release(false);
      });
    }
    await untilQuiet();
    expect(moments).toHaveLength(30);
    expect(mostInASecond(moments)).toBe(5);
  });

  test("leaves the rest to people at once", async () => {
    const quota = quotaOf({ qps: 10, backgroundShare: 0.5 });
    const order: string[] = [];
    for (let index = 1; index <= 9; index += 1) ask(quota, "background", `b${index}`, order);
    await advance(900);
    expect(order).toHaveLength(5);
    ask(quota, "person", "p", order);
    await advance(100);
    expect(order.at(-1)).toBe("p");
    await untilQuiet();
  });

  test("is one query at a time at the least", async () => {
    const quota = quotaOf({ qps: 1, backgroundShare: 0.01 });
    const order: string[] = [];
    ask(quota, "background", "b", order);
    await untilQuiet();
    expect(order).toEqual(["b"]);
  });
});

async function fill(quota: Quota, lane: Lane, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) void quota.acquire(lane, never);
  await settle();
}

describe("a line as long as it may get", () => {
  test("turns a person away at once, and says how long the people before them take", async () => {
    const quota = quotaOf({ qps: 2, person: 7, background: 50 });
    await fill(quota, "person", 1);
    await fill(quota, "background", 50);
    await fill(quota, "person", 7);
    expect(await quota.acquire("person", never)).toEqual({ kind: "full", expectedWaitMs: 3500 });
    expect(quota.waiting.person).toBe(7);
  });

  test("turns background work away with the wait behind everybody", async () => {
    const quota = quotaOf({ qps: 2, person: 50, background: 4 });
    await fill(quota, "person", 2);
    await fill(quota, "background", 4);
    await fill(quota, "person", 6);
    expect(await quota.acquire("background", never)).toEqual({
      kind: "full",
      expectedWaitMs: 5000,
    });
  });

  test("takes people while background work is turned away", async () => {
    const quota = quotaOf({ qps: 1, person: 1, background: 1 });
    await fill(quota, "background", 2);
    expect((await quota.acquire("background", never)).kind).toBe("full");
    void quota.acquire("person", never);
    await settle();
    expect(quota.waiting).toEqual({ person: 1, background: 1 });
  });
});

describe("whoever gives up waiting", () => {
  test("is told at once and gives the place up", async () => {
    const quota = quotaOf({ qps: 1, person: 2 });
    const first = slotOf(await quota.acquire("person", never));
    const leaver = new AbortController();
    const left = quota.acquire("person", leaver.signal);
    const order: string[] = [];
    ask(quota, "person", "behind", order);
    expect((await quota.acquire("person", never)).kind).toBe("full");
    leaver.abort();
    expect(await left).toEqual({ kind: "aborted" });
    ask(quota, "person", "new", order);
    expect(quota.waiting.person).toBe(2);
    first.release(false);
    await untilQuiet();
    expect(order).toEqual(["behind", "new"]);
  });

  test("takes no slot, even where everybody gives up before a turn that was due", async () => {
    const quota = quotaOf({ qps: 5 });
    const order: string[] = [];
    ask(quota, "background", "first", order);
    const leaver = new AbortController();
    const left = quota.acquire("background", leaver.signal);
    leaver.abort();
    expect(await left).toEqual({ kind: "aborted" });
    await advance(1_200);
    expect(quota.free).toBe(5);
    ask(quota, "person", "later", order);
    await untilQuiet();
    expect(order).toEqual(["first", "later"]);
  });

  test("before asking is not let into the line", async () => {
    const quota = quotaOf();
    expect(await quota.acquire("person", AbortSignal.abort())).toEqual({ kind: "aborted" });
    expect(quota.free).toBe(5);
  });

  test("after being admitted keeps the slot, to release it", async () => {
    const quota = quotaOf({ qps: 1 });
    const leaver = new AbortController();
    const slot = slotOf(await quota.acquire("person", leaver.signal));
    leaver.abort();
    await advance(10_000);
    expect(quota.free).toBe(0);
    slot.release(true);
    await advance(6_000);
    expect(quota.free).toBe(1);
  });
});
