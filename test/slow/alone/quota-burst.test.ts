import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startProxy } from "../../../simulator/network/proxy.ts";
import { askForAll, createBurstLookup, kindsOf } from "../../support/burst.ts";
import { startTencentProcess, type TencentProcess } from "../../support/tencent-process.ts";

const rooms = 3_000;

describe("3,000 look-ups at once, as the server counts", () => {
  let tencent: TencentProcess;
  beforeEach(async () => {
    tencent = await startTencentProcess(rooms);
  });
  afterEach(() => tencent.close());

  async function expectNoneRefused(): Promise<void> {
    const { refused, mostInASlidingSecond } = await tencent.stats();
    expect(refused).toBe(0);
    expect(mostInASlidingSecond).toBeLessThanOrEqual(200);
  }

  it("all are answered within 1.05 times 15 s by a process that has been up for a second", async () => {
    const { lookup, close } = createBurstLookup(tencent.url);
    await sleep(1_000);
    const start = performance.now();
    const results = await askForAll(lookup, rooms);
    const seconds = (performance.now() - start) / 1000;
    expect(kindsOf(results)).toEqual({ found: rooms });
    expect((await tencent.stats()).queries).toBe(rooms);
    await expectNoneRefused();
    expect(seconds).toBeLessThan(15.75);
    await close();
  });

  it("holds while the event loop stalls", async () => {
    const { lookup, close } = createBurstLookup(tencent.url);
    const stalls = setInterval(() => {
      const end = performance.now() + 100 + Math.random() * 700;
      while (performance.now() < end);
    }, 1_700);
    const results = await askForAll(lookup, rooms);
    clearInterval(stalls);
    expect(kindsOf(results)).toEqual({ found: rooms });
    await expectNoneRefused();
    await close();
  });

  it("holds while the network stalls", async () => {
    const proxy = await startProxy(tencent.url);
    const { lookup, close } = createBurstLookup(proxy.url);
    const stalls = setInterval(() => {
      proxy.pause();
      setTimeout(() => proxy.resume(), 400 + Math.random() * 800);
    }, 2_300);
    const results = await askForAll(lookup, rooms);
    clearInterval(stalls);
    proxy.resume();
    expect(kindsOf(results)).toEqual({ found: rooms });
    await expectNoneRefused();
    await close();
    await proxy.close();
  });

  it("holds with answers that come late", async () => {
    const late = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [
        `room-${index * 20 + 1}`,
        { kind: "slow", ms: 300 + Math.floor(Math.random() * 3_000) },
      ]),
    );
    await tencent.weather({ rooms: late });
    const { lookup, close } = createBurstLookup(tencent.url);
    const results = await askForAll(lookup, rooms);
    expect(kindsOf(results)).toEqual({ found: rooms });
    await expectNoneRefused();
    await close();
  });

  it("holds when queries that were given up arrive up to the grace later", async () => {
    // Given up after 0.5 s, counted up to 5.4 s after they were sent: within the grace of 5 s.
    const late = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `room-${index * 40 + 1}`,
        { kind: "late", ms: 600 + Math.floor(Math.random() * 4_800) },
      ]),
    );
    await tencent.weather({ rooms: late });
    const { lookup, close } = createBurstLookup(tencent.url, { queryTimeoutMs: 500 });
    const results = await askForAll(lookup, rooms);
    await sleep(6_000);
    expect(kindsOf(results)).toEqual({
      found: rooms - 60,
      "failed: Tencent did not answer in time": 60,
    });
    // Each of the 60 was tried three times, and every try came to be counted.
    expect((await tencent.stats()).queries).toBe(rooms - 60 + 60 * 3);
    await expectNoneRefused();
    await close();
  });
});
