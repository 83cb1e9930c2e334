import { createServer } from "node:net";

import { afterEach, beforeEach, expect, test } from "vitest";

import { listen } from "../../simulator/network/listen.ts";
import { startProxy } from "../../simulator/network/proxy.ts";
import type { Proxy } from "../../simulator/network/proxy.ts";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { ask, request, start, until } from "./tencent-caller.ts";

let simulator: TencentSimulator;
let proxy: Proxy;

beforeEach(async () => {
  simulator = await start();
  simulator.rooms.create({ RoomId: "live-room" });
  proxy = await startProxy(simulator.url);
});
afterEach(async () => {
  await proxy.close();
  await simulator.close();
});

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

test("passes queries and answers on", async () => {
  expect(proxy.url).not.toBe(simulator.url);
  expect(await ask(proxy.url, "live-room")).toMatchObject({ ErrorCode: 0 });
  expect(simulator.stats().queries).toBe(1);
});

test("keeps the path of its target", async () => {
  const other = await startProxy(`${simulator.url}/v4?a=b`);
  expect(new URL(other.url)).toMatchObject({ pathname: "/v4", search: "?a=b" });
  await other.close();
});

test("passes a long answer on whole", async () => {
  simulator.weather.set({ kind: "huge", bytes: 8_000_000 });
  const response = await request(proxy.url);
  expect(await response.text()).toHaveLength(8_000_000);
});

test("paused, holds a query on a new connection until it is resumed", async () => {
  proxy.pause();
  const answer = ask(proxy.url, "live-room");
  await pass(30);
  expect(simulator.stats().queries).toBe(0);
  proxy.resume();
  expect(await answer).toMatchObject({ ErrorCode: 0 });
});

test("paused, holds a query on a connection that was open before", async () => {
  await ask(proxy.url, "live-room");
  proxy.pause();
  const answer = ask(proxy.url, "live-room");
  await pass(30);
  expect(simulator.stats().queries).toBe(1);
  proxy.resume();
  expect(await answer).toMatchObject({ ErrorCode: 0 });
});

test("paused, holds an answer on its way back", async () => {
  simulator.weather.set({ kind: "slow", ms: 100 });
  let arrived = false;
  const answer = ask(proxy.url, "live-room").finally(() => {
    arrived = true;
  });
  await until(() => simulator.stats().queries === 1);
  proxy.pause();
  await until(() => simulator.stats().answered === 1);
  await pass(20);
  expect(arrived).toBe(false);
  proxy.resume();
  expect(await answer).toMatchObject({ ErrorCode: 0 });
});

test("paused in the middle of a long answer, loses none of it", async () => {
  simulator.weather.set({ kind: "huge", bytes: 8_000_000 });
  const response = await request(proxy.url);
  proxy.pause();
  const body = response.text();
  await pass(20);
  proxy.resume();
  expect(await body).toHaveLength(8_000_000);
});

test.each([
  ["a new connection", false],
  ["an open connection", true],
])("a query on %s whose asker gave up meanwhile still arrives", async (_, openBefore) => {
  if (openBefore) await ask(proxy.url, "live-room");
  const before = simulator.stats().queries;
  proxy.pause();
  await expect(ask(proxy.url, "live-room", AbortSignal.timeout(100))).rejects.toThrow(/timeout/i);
  expect(simulator.stats().queries).toBe(before);
  proxy.resume();
  await until(() => simulator.stats().queries === before + 1);
});

test("hanging up is passed on", async () => {
  simulator.weather.next(1, { kind: "late", ms: 200 });
  await expect(ask(proxy.url, "live-room", AbortSignal.timeout(100))).rejects.toThrow(/timeout/i);
  await until(() => simulator.stats().queries === 1);
  expect(simulator.stats().answered).toBe(0);
});

test("a reset by the target is passed on as one", async () => {
  simulator.weather.next(1, { kind: "reset" });
  await expect(ask(proxy.url, "live-room")).rejects.toMatchObject({
    cause: { code: "ECONNRESET" },
  });
});

test("resetAll resets what is open, and new connections may come", async () => {
  simulator.weather.next(1, { kind: "hang" });
  const answer = ask(proxy.url, "live-room");
  await until(() => simulator.stats().queries === 1);
  proxy.resetAll();
  await expect(answer).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect(await ask(proxy.url, "live-room")).toMatchObject({ ErrorCode: 0 });
});

test("resetAll resets what it holds while paused, too", async () => {
  proxy.pause();
  const answer = ask(proxy.url, "live-room");
  await pass(10);
  proxy.resetAll();
  await expect(answer).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
});

test("a target that is not there shows as a reset", async () => {
  const server = createServer();
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => {
    server.close(resolve);
  });
  const other = await startProxy(`http://127.0.0.1:${port}`);
  await expect(ask(other.url, "live-room")).rejects.toMatchObject({
    cause: { code: "ECONNRESET" },
  });
  await other.close();
});
