import { afterEach, expect, test, vi } from "vitest";
import type { TencentActivity } from "../../simulator/tencent/activity.ts";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import type { Fault } from "../../simulator/tencent/weather.ts";
import { ask, request, start } from "./tencent-caller.ts";

let simulator: TencentSimulator | undefined;
afterEach(() => simulator?.close());

async function startWatched() {
  const seen: TencentActivity[] = [];
  simulator = await start({ observe: (activity) => seen.push(activity) });
  simulator.rooms.create({ RoomId: "live-room" });
  return { simulator, seen };
}

test("an observer hears of a query with its room, and then of its answer's code", async () => {
  const { simulator: tencent, seen } = await startWatched();
  await ask(tencent.url, "live-room");
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  expect(seen).toMatchObject([
    { kind: "asked", command: "get_room_info", roomId: "live-room" },
    { kind: "ended", code: 0, fault: undefined },
  ]);
  expect(seen[0]?.id).toBe(seen[1]?.id);
  expect(seen[1]?.at).toBeGreaterThanOrEqual(seen[0]?.at ?? Infinity);
});

test.each<[Fault, number | undefined]>([
  [{ kind: "code", code: 60020 }, 60020],
  [{ kind: "http", status: 502 }, undefined],
  [{ kind: "reset" }, undefined],
  [{ kind: "no-room-info" }, 0],
])("an observer hears of the fault %o", async (fault, code) => {
  const { simulator: tencent, seen } = await startWatched();
  tencent.weather.set(fault);
  await request(tencent.url).then(
    (response) => response.text(),
    () => undefined,
  );
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  expect(seen[1]).toMatchObject({ kind: "ended", code, fault: fault.kind });
});

test("a query that is given up ends without a code", async () => {
  const { simulator: tencent, seen } = await startWatched();
  tencent.weather.set({ kind: "hang" });
  await expect(request(tencent.url, { signal: AbortSignal.timeout(50) })).rejects.toThrow(
    "timeout",
  );
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  expect(seen[1]).toMatchObject({ kind: "ended", code: undefined, fault: "hang" });
});

test("the quota can be changed while it runs", async () => {
  const { simulator: tencent } = await startWatched();
  expect(tencent.qps).toBe(200);
  tencent.qps = 0;
  expect((await ask(tencent.url, "live-room")).ErrorCode).toBe(60011);
  tencent.qps = 200;
  expect((await ask(tencent.url, "live-room")).ErrorCode).toBe(0);
});

test("the weather can be read", async () => {
  const { simulator: tencent } = await startWatched();
  const { weather } = tencent;
  expect(weather.always).toBeNull();
  weather.set({ kind: "hang" });
  weather.setForRoom("live-room", { kind: "slow", ms: 5 });
  expect(weather.always).toEqual({ kind: "hang" });
  expect(weather.forRoom("live-room")).toEqual({ kind: "slow", ms: 5 });
  expect(weather.forRoom("other")).toBeNull();
});
