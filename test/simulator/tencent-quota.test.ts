import { connect } from "node:net";

import { afterEach, expect, test } from "vitest";

import { createArrivals } from "../../simulator/tencent/arrivals.ts";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { ask, call, GET_ROOM_INFO, SDK_APP_ID, sign, start } from "./tencent-caller.ts";

let simulator: TencentSimulator | undefined;

afterEach(() => simulator?.close());

function most(times: readonly number[]): number {
  const arrivals = createArrivals();
  for (const time of times) arrivals.arrive(time);
  return arrivals.most();
}

test("two arrivals exactly a second apart share no window", () => {
  expect(most([0, 1000])).toBe(1);
  expect(most([0, 999.999])).toBe(2);
  expect(most([0.25, 1000.2])).toBe(2);
});

test("a window across the turn of a second counts", () => {
  const burst = Array.from({ length: 200 }, (_, index) => 900 + index);
  expect(most(burst)).toBe(200);
});

test("the fullest window is kept when quieter ones follow", () => {
  expect(most([0, 1, 2, 5000, 5001, 9000])).toBe(3);
});

test("the fullest window agrees with counting every window by hand", () => {
  const times: number[] = [];
  let time = 0;
  for (let index = 0; index < 4000; index += 1) {
    // Gaps of 0 to 6.5 ms, unevenly and the same each time.
    time += (index * 7919) % 14 === 0 ? 0 : ((index * 104_729) % 27) / 4;
    times.push(time);
  }
  const byHand = times.map((end) => times.filter((at) => at > end - 1000 && at <= end).length);
  expect(most(times)).toBe(Math.max(...byHand));
});

test("starting the maximum anew keeps the arrivals of the last second", () => {
  const arrivals = createArrivals();
  arrivals.arrive(0);
  arrivals.arrive(1);
  arrivals.resetMost();
  expect(arrivals.most()).toBe(0);
  expect(arrivals.arrive(2)).toBe(3);
});

test("queries past the quota get no data, and count as arrivals", async () => {
  simulator = await start({ qps: 10 });
  const { url } = simulator;
  simulator.rooms.create({ RoomId: "r" });
  const answers = await Promise.all(Array.from({ length: 25 }, () => ask(url, "r")));
  const refused = answers.filter((answer) => answer.ErrorCode === 60011);
  expect(refused).toHaveLength(15);
  for (const answer of refused) expect(answer).not.toHaveProperty("Response");
  expect(simulator.stats()).toMatchObject({
    queries: 25,
    answered: 10,
    refused: 15,
    mostInASlidingSecond: 25,
    byRoom: new Map([["r", 25]]),
  });
});

test("200 queries at once are within the default quota, one more is not", async () => {
  simulator = await start();
  simulator.rooms.create({ RoomId: "r" });
  // One connection and one write: they come in one moment, however busy the machine is.
  const { port } = new URL(simulator.url);
  const socket = connect(Number(port), "127.0.0.1");
  const query = `${GET_ROOM_INFO}?sdkappid=${SDK_APP_ID}&identifier=administrator&usersig=${sign()}&random=1&contenttype=json`;
  const one = `POST ${query} HTTP/1.1\r\nHost: x\r\nContent-Length: 14\r\n\r\n{"RoomId":"r"}`;
  socket.end(one.repeat(201));
  const text = (await socket.toArray()).join("");
  expect(text.split('"ErrorCode":0,')).toHaveLength(201);
  expect(text.split('"ErrorCode":60011,')).toHaveLength(2);
  expect(simulator.stats()).toMatchObject({ queries: 201, answered: 200, refused: 1 });
});

test("a query that is wrong in itself is told so, and takes a place in the quota", async () => {
  simulator = await start({ qps: 1 });
  expect(await call(simulator.url, { body: "{}" })).toMatchObject({ ErrorCode: 100002 });
  expect(await call(simulator.url, { body: "{}" })).toMatchObject({ ErrorCode: 100002 });
  expect(await ask(simulator.url, "r")).toMatchObject({ ErrorCode: 60011 });
  expect(simulator.stats()).toMatchObject({ queries: 3, refused: 2, byRoom: new Map([["r", 1]]) });
});

test("resetting the stats starts all of them anew", async () => {
  simulator = await start({ qps: 1 });
  await call(simulator.url, { parameters: { usersig: "x" } });
  await ask(simulator.url, "r");
  await ask(simulator.url, "r");
  expect(simulator.stats().closestByRoom.get("r")).toBeGreaterThan(0);
  simulator.resetStats();
  expect(simulator.stats()).toEqual({
    queries: 0,
    answered: 0,
    refused: 0,
    mostInASlidingSecond: 0,
    byRoom: new Map(),
    closestByRoom: new Map(),
    badSignatures: 0,
    sigsSeen: 0,
  });
});
