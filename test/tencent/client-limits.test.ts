import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { stopReason } from "../../src/tencent/client.ts";
import type { Slot } from "../../src/tencent/quota.ts";
import { start, until } from "../simulator/tencent-caller.ts";
import { pass, quickly, rigFor, useFakeClock, within, type Rig } from "./client-fixture.ts";
import { quotaOf } from "./quota-fixture.ts";

let simulator: TencentSimulator;
let rig: Rig;

async function rigWith(
  ...changes: Parameters<typeof rigFor> extends [unknown, ...infer R] ? R : never
) {
  await rig.client.close();
  rig = rigFor(simulator, ...changes);
}

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

const look = (ms = 12_000) => rig.client.getRoomInfo("live-room", within(ms));
const queries = (): number => simulator.stats().queries;

describe("a query", () => {
  test("shows an unsigned 32-bit integer, new for each, at both ends of chance", async () => {
    const chances = [0, 1 - Number.EPSILON / 2, 0.5, 0.25];
    await rigWith({ random: () => chances.shift() ?? 0.75 });
    for (let index = 0; index < 4; index += 1) {
      // oxlint-disable-next-line no-await-in-loop -- their order is what is tried
      expect(await quickly(look())).toMatchObject({ kind: "ok" });
    }
    expect(rig.sent.map(({ query }) => query.random)).toEqual([
      "0",
      "4294967295",
      "2147483648",
      "1073741824",
    ]);
  });

  test("names app, administrator, signature and form, and the room in its body", async () => {
    await quickly(look());
    expect(rig.sent[0]).toMatchObject({
      path: "/v4/live_engine_http_srv/get_room_info",
      query: { sdkappid: "1400000001", identifier: "administrator", contenttype: "json" },
      body: '{"RoomId":"live-room"}',
    });
    expect(simulator.stats().badSignatures).toBe(0);
  });

  test("answered OK without a room has no data", async () => {
    simulator.weather.set({ kind: "no-room-info" });
    expect(await quickly(look())).toMatchObject({ kind: "ok", data: undefined });
  });

  test("answered with a wrong type in every field still has its room", async () => {
    simulator.weather.set({ kind: "wrong-types" });
    expect(await quickly(look())).toMatchObject({ kind: "ok", data: { RoomId: "12" } });
  });
});

describe("an account locked by Tencent (70050)", () => {
  test("is left alone for a minute, whoever asks, and then asked again", async () => {
    simulator.weather.next(1, { kind: "code", code: 70050 });
    expect(await quickly(look())).toMatchObject({ kind: "refused", code: 70050 });
    expect(await quickly(look())).toMatchObject({ kind: "refused", code: 70050 });
    await pass(58_000);
    expect(await quickly(look())).toMatchObject({ kind: "refused", code: 70050 });
    expect(queries()).toBe(1);
    await pass(2000);
    expect(await quickly(look())).toMatchObject({ kind: "ok" });
    expect(queries()).toBe(2);
  });

  test("is left alone by those who were in line already", async () => {
    await rigWith({ quota: quotaOf({ qps: 1 }) });
    simulator.weather.next(1, { kind: "code", code: 70050 });
    const answers = await quickly(Promise.all([look(), look(), look()]));
    expect(answers.map((answer) => answer.kind)).toEqual(["refused", "refused", "refused"]);
    expect(queries()).toBe(1);
  });
});

describe("a question that can't be asked", () => {
  test("because the line is full is told at once how long to wait", async () => {
    await rigWith({ quota: quotaOf({ qps: 1, person: 1 }) });
    const first = look();
    const second = look();
    expect(await look()).toEqual({
      kind: "fault",
      fault: { name: "too-many-waiting", expectedWaitMs: 1000 },
      tries: 0,
    });
    await quickly(Promise.all([first, second]));
  });

  test("for another try, because the line is full, tells what the last try met", async () => {
    await rigWith({ quota: quotaOf({ qps: 1, person: 1 }) });
    simulator.weather.next(1, { kind: "code", code: 100001 });
    const first = look();
    const second = look();
    expect(await quickly(first)).toMatchObject({ kind: "refused", code: 100001, tries: 1 });
    expect(await quickly(second)).toMatchObject({ kind: "ok" });
  });

  test("because its time was over in the line is told so", async () => {
    await rigWith({ quota: quotaOf({ qps: 1 }) });
    simulator.weather.set({ kind: "hang" });
    const first = look();
    expect(await quickly(look(1000))).toEqual({
      kind: "fault",
      fault: { name: "out-of-time" },
      tries: 0,
    });
    await quickly(first);
  });
});

describe("when this process stops", () => {
  test("a question in the line is told so", async () => {
    await rigWith({ quota: quotaOf({ qps: 1 }) });
    simulator.weather.set({ kind: "hang" });
    const first = look();
    const options = within(12_000);
    const second = rig.client.getRoomInfo("live-room", options);
    options.controller.abort(stopReason);
    expect(await second).toEqual({ kind: "fault", fault: { name: "stopping" }, tries: 0 });
    expect(rig.quota.waiting.person).toBe(0);
    await quickly(first);
  });

  test("a question on its way is told so, and its slot rests for the grace", async () => {
    await rigWith({ quota: quotaOf({ qps: 1 }) });
    simulator.weather.set({ kind: "hang" });
    const options = within(12_000);
    const asked = rig.client.getRoomInfo("live-room", options);
    await quickly(until(() => queries() === 1));
    options.controller.abort(stopReason);
    expect(await asked).toEqual({ kind: "fault", fault: { name: "stopping" }, tries: 1 });
    await pass(5500);
    expect(rig.quota.free).toBe(0);
    await pass(1000);
    expect(rig.quota.free).toBe(1);
  });

  test("no further try is begun", async () => {
    simulator.weather.set({ kind: "code", code: 60007 });
    const options = within(12_000);
    const asked = rig.client.getRoomInfo("live-room", options);
    await quickly(until(() => simulator.stats().answered === 1));
    await pass(100);
    options.controller.abort(stopReason);
    expect(await asked).toMatchObject({ tries: 1 });
    expect(queries()).toBe(1);
  });
});

describe("a slot that is no longer good", () => {
  test("goes back unused, and the next one serves; the try does not count", async () => {
    const quota = quotaOf({ qps: 100 });
    const ends: string[] = [];
    let spoilt = 2;
    const spoil = (slot: Slot | undefined): Slot | undefined =>
      slot === undefined || (spoilt -= 1) < 0
        ? slot
        : { ...slot, isGood: () => false, giveBack: () => void ends.push("given back") };
    await rigWith({ quota: { ...quota, acquireNow: (lane) => spoil(quota.acquireNow(lane)) } });
    expect(await quickly(look())).toMatchObject({ kind: "ok" });
    expect(ends).toEqual(["given back", "given back"]);
    expect(queries()).toBe(1);
  });
});
