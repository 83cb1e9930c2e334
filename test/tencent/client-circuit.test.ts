import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import type { Fault } from "../../simulator/tencent/weather.ts";
import { pause } from "../../src/lib/time.ts";
import { stopReason } from "../../src/tencent/client.ts";
import type { Lane } from "../../src/tencent/quota.ts";
import { start } from "../simulator/tencent-caller.ts";
import { pass, quickly, rigFor, useFakeClock, within, type Rig } from "./client-fixture.ts";
import { never, quotaOf } from "./quota-fixture.ts";

let simulator: TencentSimulator;
let rig: Rig;

beforeEach(async () => {
  simulator = await start();
  for (const room of ["a", "b", "c", "d", "e"]) simulator.rooms.create({ RoomId: room });
  useFakeClock();
  rig = rigFor(simulator);
});
afterEach(async () => {
  vi.useRealTimers();
  await rig.client.close();
  await simulator.close();
});

const begin = (room: string, lane: Lane = "person", ms = 12_000) => {
  const call = { ...within(ms), lane };
  return { answer: rig.client.getRoomInfo(room, call), abort: call.controller };
};
const look = (room: string, lane?: Lane) => quickly(begin(room, lane).answer);
const queries = (): number => simulator.stats().queries;
const resting = (cause: string) => ({
  kind: "fault",
  fault: { name: "circuit-open", cause: { name: cause } },
  tries: 0,
});

/** Three rooms are asked about one after the other, and nothing answers. */
async function breakDown(fault: Fault): Promise<void> {
  simulator.weather.set(fault);
  for (const room of ["a", "b", "c"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await look(room);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await pass(1_000);
  }
}

describe("where nothing answers any more", () => {
  test.each<[Fault, string]>([
    [{ kind: "hang" }, "timed-out"],
    [{ kind: "reset" }, "connection-reset"],
    [{ kind: "http", status: 502 }, "http-status"],
  ])("%o: people hear so at once, and Tencent is not asked", async (fault, cause) => {
    await breakDown(fault);
    const before = queries();
    expect(await look("d")).toMatchObject(resting(cause));
    expect(queries()).toBe(before);
    expect(rig.quota.free).toBeGreaterThan(0);
  });

  test.each<Fault>([
    { kind: "code", code: 100001 },
    { kind: "code", code: 60008 },
    { kind: "code", code: 70009 },
    { kind: "code", code: 60011 },
    { kind: "http", status: 404 },
    { kind: "not-json" },
    { kind: "huge", bytes: 2_000_000 },
  ])("%o is an answer: the next one is asked about all the same", async (fault) => {
    await breakDown(fault);
    const before = queries();
    expect(await look("d")).not.toMatchObject({ fault: { name: "circuit-open" } });
    expect(queries()).toBeGreaterThan(before);
  });

  test("a person who tries after the rest is the probe; who asks meanwhile hears so at once", async () => {
    await breakDown({ kind: "hang" });
    await pass(5_000);
    const before = queries();
    const probe = begin("d");
    await vi.waitFor(() => expect(queries()).toBe(before + 1));
    expect(await look("e")).toMatchObject(resting("timed-out"));
    expect(rig.breaker.circuit.kind).toBe("half-open");
    // Its own fault, after one try: the circuit is open again, and its patience is spared too.
    expect(await quickly(probe.answer)).toMatchObject({ fault: { name: "timed-out" }, tries: 1 });
    expect(queries()).toBe(before + 1);
  });

  test("the first answer lets everybody through", async () => {
    await breakDown({ kind: "reset" });
    simulator.weather.set(null);
    await pass(5_000);
    expect(await look("d")).toMatchObject({ kind: "ok" });
    expect(await look("e")).toMatchObject({ kind: "ok" });
  });

  test("background work waits, probes by itself, and goes on with the first answer", async () => {
    await breakDown({ kind: "reset" });
    simulator.weather.set(null);
    const before = queries();
    const waiting = ["d", "e", "a", "b"].map((room) => begin(room, "background").answer);
    await pass(3_000);
    expect(queries()).toBe(before);
    for (const answer of await quickly(Promise.all(waiting))) {
      expect(answer).toMatchObject({ kind: "ok" });
    }
    expect(queries()).toBe(before + 4);
  });

  test("background work probes one at a time, and hears the cause when its time is over", async () => {
    await breakDown({ kind: "reset" });
    const before = queries();
    const waiting = ["d", "e", "a", "b"].map((room) => begin(room, "background").answer);
    const answers = await quickly(Promise.all(waiting));
    const probes = answers.filter((answer) => answer.kind === "fault" && answer.tries === 1);
    expect(queries()).toBe(before + probes.length);
    expect(probes.length).toBeGreaterThan(0);
    expect(probes.length).toBeLessThan(3);
    for (const answer of answers.filter((one) => !probes.includes(one))) {
      expect(answer).toMatchObject(resting("connection-reset"));
    }
  });

  test("background work that waits ends with a stop", async () => {
    await breakDown({ kind: "reset" });
    const { answer, abort } = begin("d", "background");
    abort.abort(stopReason);
    expect(await quickly(answer)).toMatchObject({ fault: { name: "stopping" } });
  });

  test("who stands in the line when the circuit opens hears so at once", async () => {
    await rig.client.close();
    rig = rigFor(simulator, { quota: quotaOf({ qps: 3, graceMs: 60_000 }) });
    simulator.weather.set({ kind: "hang" });
    // Three hang and hold every slot; the fourth stands in the line behind them.
    const hung = ["a", "b"].map((room) => begin(room, "person", 8_100).answer);
    await quickly(pause(2_500, never));
    hung.push(begin("c", "person", 9_000).answer);
    const inLine = begin("d", "person", 60_000).answer;
    await quickly(Promise.all(hung));
    expect(await quickly(inLine)).toMatchObject(resting("timed-out"));
  });
});
