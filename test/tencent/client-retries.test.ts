import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import type { Fault } from "../../simulator/tencent/weather.ts";
import { start } from "../simulator/tencent-caller.ts";
import { gaps, quickly, rigFor, useFakeClock, within, type Rig } from "./client-fixture.ts";
import { quotaOf } from "./quota-fixture.ts";

let simulator: TencentSimulator;
let rig: Rig;

beforeEach(async () => {
  simulator = await start();
  simulator.rooms.create({ RoomId: "live-room" });
  useFakeClock();
  rig = rigFor(simulator);
});
afterEach(async () => {
  vi.useRealTimers();
  await rig.client.close();
  await simulator.close();
});

const look = (ms = 12_000) => quickly(rig.client.getRoomInfo("live-room", within(ms)));
const queries = (): number => simulator.stats().queries;

describe("a passing trouble", () => {
  test.each([60008, 100001, 10002])("%i is asked about again until it is over", async (code) => {
    simulator.weather.next(2, { kind: "code", code });
    expect(await look()).toMatchObject({ kind: "ok", data: { RoomId: "live-room" } });
    expect(queries()).toBe(3);
  });

  test("that stays is told after three tries, each later than the one before", async () => {
    simulator.weather.set({ kind: "code", code: 100001, info: "still broken" });
    expect(await look()).toMatchObject({
      kind: "refused",
      code: 100001,
      info: "still broken",
      requestId: expect.stringMatching(/^Id-/),
      tries: 3,
    });
    expect(queries()).toBe(3);
    const [first = 0, second = 0] = gaps(rig.sent);
    expect(first).toBeGreaterThanOrEqual(200);
    expect(second).toBeGreaterThanOrEqual(400);
  });

  test.each([60007, 60011, 100012])("%i is asked about again a second later", async (code) => {
    simulator.weather.next(1, { kind: "code", code });
    expect(await look()).toMatchObject({ kind: "ok" });
    expect(queries()).toBe(2);
    expect(gaps(rig.sent)[0]).toBeGreaterThanOrEqual(1000);
  });

  test.each<Fault>([
    { kind: "reset" },
    { kind: "cut" },
    { kind: "refuse-after-headers" },
    { kind: "http", status: 502 },
    { kind: "http", status: 429 },
    { kind: "not-json" },
    { kind: "wrong-json" },
  ])("$kind $status on the way is asked about again", async (fault) => {
    simulator.weather.next(1, fault);
    expect(await look()).toMatchObject({ kind: "ok" });
    expect(queries()).toBe(2);
  });

  test("of three kinds is told as it was met last", async () => {
    simulator.weather.next(1, { kind: "reset" });
    simulator.weather.next(1, { kind: "code", code: 60008 });
    simulator.weather.next(1, { kind: "http", status: 503 });
    expect(await look()).toEqual({
      kind: "fault",
      fault: { name: "http-status", status: 503 },
      tries: 3,
    });
  });
});

describe("what another try can't mend is asked once", () => {
  test.each([60028, 60010, 60020, 70009, 100002, 100004, 123456])("%i", async (code) => {
    simulator.weather.set({ kind: "code", code });
    expect(await look()).toMatchObject({ kind: "refused", code, tries: 1 });
    expect(queries()).toBe(1);
  });

  test.each<Fault>([
    { kind: "http", status: 404 },
    { kind: "huge", bytes: 2_000_000 },
  ])("$kind", async (fault) => {
    simulator.weather.set(fault);
    expect(await look()).toMatchObject({ kind: "fault", tries: 1 });
    expect(queries()).toBe(1);
  });
});

describe("a refused signature", () => {
  test.each([70001, 60004, 60005])("with %i is renewed once and shown again", async (code) => {
    await look();
    vi.setSystemTime(Date.now() + 3_600_000);
    simulator.weather.next(1, { kind: "code", code });
    expect(await look()).toMatchObject({ kind: "ok" });
    const [, refused, shown] = rig.sent.map(({ query }) => query.usersig);
    expect(shown).not.toBe(refused);
    expect(queries()).toBe(3);
  });

  test("that is refused again is told, not renewed for ever", async () => {
    simulator.weather.set({ kind: "code", code: 70001 });
    expect(await look()).toMatchObject({ kind: "refused", code: 70001, tries: 2 });
    expect(queries()).toBe(2);
  });

  test("is renewed once for twenty who were refused together", async () => {
    let ahead = 0;
    const strict = await start({ now: () => Date.now() + ahead });
    strict.rooms.create({ RoomId: "live-room" });
    // The clock of this test runs far ahead of its sockets.
    const { client } = rigFor(strict, { queryTimeoutMs: 100_000 });
    const ask = () => client.getRoomInfo("live-room", within(200_000));
    expect(await quickly(ask())).toMatchObject({ kind: "ok" });
    strict.resetStats();
    // For Tencent's clock the signature has run out, and one made now has not.
    vi.setSystemTime(Date.now() + 3_600_000);
    ahead = 86_400_000 - 1_800_000;
    const answers = await quickly(Promise.all(Array.from({ length: 20 }, ask)));
    expect(answers.every(({ kind }) => kind === "ok")).toBe(true);
    expect(strict.stats()).toMatchObject({ queries: 40, sigsSeen: 2 });
    await client.close();
    await strict.close();
  });
});

describe("no try is begun that could not end", () => {
  test("a second hang leaves no time for a third query", async () => {
    simulator.weather.set({ kind: "hang" });
    const began = performance.now();
    expect(await look(12_000)).toEqual({ kind: "fault", fault: { name: "timed-out" }, tries: 2 });
    expect(queries()).toBe(2);
    expect(performance.now() - began).toBeLessThanOrEqual(12_000);
  });

  test("with less than the shortest try left, the first answer is told at once", async () => {
    simulator.weather.set({ kind: "code", code: 100001 });
    expect(await look(3100)).toMatchObject({ kind: "refused", code: 100001, tries: 1 });
    expect(queries()).toBe(1);
  });

  test("nor when the time went by in the line for the next slot", async () => {
    await rig.client.close();
    rig = rigFor(simulator, { quota: quotaOf({ qps: 1, restMs: 3000 }) });
    simulator.weather.set({ kind: "code", code: 100001 });
    expect(await look(5000)).toMatchObject({ kind: "refused", code: 100001, tries: 1 });
    expect(queries()).toBe(1);
  });
});
