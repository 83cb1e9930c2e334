import { request as httpRequest } from "node:http";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { ask, envelopeOf, request, start, until } from "./tencent-caller.ts";

let simulator: TencentSimulator;

beforeEach(async () => {
  simulator = await start({ random: () => 0.5 });
  simulator.rooms.create({ RoomId: "live-room" });
  simulator.rooms.create({ RoomId: "other" });
});
afterEach(() => simulator.close());

const brokenOff = { cause: expect.objectContaining({ code: expect.stringMatching(/^UND|ECONN/) }) };

describe("which queries a fault meets", () => {
  test("every query, until it is taken back", async () => {
    simulator.weather.set({ kind: "code", code: 60008 });
    expect(await ask(simulator.url, "live-room")).toMatchObject({ ErrorCode: 60008 });
    expect(await ask(simulator.url, "gone")).toMatchObject({ ErrorCode: 60008 });
    simulator.weather.set(null);
    expect(await ask(simulator.url, "live-room")).toMatchObject({ ErrorCode: 0 });
  });
  test("those about one room, before the one for all", async () => {
    simulator.weather.set({ kind: "code", code: 1 });
    simulator.weather.setForRoom("other", { kind: "code", code: 2 });
    expect(await ask(simulator.url, "other")).toMatchObject({ ErrorCode: 2 });
    expect(await ask(simulator.url, "live-room")).toMatchObject({ ErrorCode: 1 });
    simulator.weather.setForRoom("other", null);
    expect(await ask(simulator.url, "other")).toMatchObject({ ErrorCode: 1 });
  });
  test("the next ones alone, before any other", async () => {
    simulator.weather.setForRoom("other", { kind: "code", code: 2 });
    simulator.weather.next(2, { kind: "code", code: 3 });
    simulator.weather.next(0, { kind: "hang" });
    simulator.weather.next(1, { kind: "code", code: 4 });
    const codes: unknown[] = [];
    for (const roomId of ["live-room", "other", "live-room", "live-room", "other"]) {
      // oxlint-disable-next-line no-await-in-loop -- their order is what is tried
      codes.push((await ask(simulator.url, roomId)).ErrorCode);
    }
    expect(codes).toEqual([3, 3, 4, 0, 2]);
  });
});

test("code: a FAIL envelope with the code and the words given", async () => {
  simulator.weather.set({ kind: "code", code: 70169, info: "later" });
  const answer = await ask(simulator.url, "live-room");
  expect(answer).toMatchObject({ ActionStatus: "FAIL", ErrorCode: 70169, ErrorInfo: "later" });
  expect(answer).not.toHaveProperty("Response");
});

test("code: a query that is wrong in itself is refused for that", async () => {
  simulator.weather.set({ kind: "code", code: 70169 });
  expect(await ask(simulator.url, "")).toMatchObject({ ErrorCode: 100002 });
});

test("no-room-info: success without a room", async () => {
  simulator.weather.set({ kind: "no-room-info" });
  const answer = await ask(simulator.url, "live-room");
  expect(answer).toMatchObject({ ActionStatus: "OK", ErrorCode: 0 });
  expect(answer.Response?.RoomInfo).toBeUndefined();
});

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

test("wrong-types: no field has the type that it has otherwise", async () => {
  const right = (await ask(simulator.url, "live-room")).Response?.RoomInfo ?? {};
  simulator.weather.set({ kind: "wrong-types" });
  const wrong = (await ask(simulator.url, "live-room")).Response?.RoomInfo ?? {};
  expect(Object.keys(wrong)).toEqual(Object.keys(right));
  const alike = Object.keys(right).filter((field) => typeOf(right[field]) === typeOf(wrong[field]));
  expect(alike).toEqual([]);
});

test("hang: nothing comes, and the connection stays open", async () => {
  simulator.weather.set({ kind: "hang" });
  await expect(ask(simulator.url, "live-room", AbortSignal.timeout(30))).rejects.toThrow(
    /timeout/i,
  );
  expect(simulator.stats()).toMatchObject({ queries: 1, answered: 0 });
});

test("slow: the answer takes its time", async () => {
  simulator.weather.set({ kind: "slow", ms: 30 });
  const began = performance.now();
  expect(await ask(simulator.url, "live-room")).toMatchObject({ ErrorCode: 0 });
  expect(performance.now() - began).toBeGreaterThanOrEqual(28);
});

test("latency: every answer takes from the least to the most", async () => {
  simulator.weather.latency = [10, 50];
  const began = performance.now();
  expect(await ask(simulator.url, "live-room")).toMatchObject({ ErrorCode: 0 });
  expect(performance.now() - began).toBeGreaterThanOrEqual(28);
});

test("reset: the connection is reset", async () => {
  simulator.weather.set({ kind: "reset" });
  await expect(ask(simulator.url, "live-room")).rejects.toMatchObject({
    cause: { code: "ECONNRESET" },
  });
});

test("refuse-after-headers: the headers come, and no body", async () => {
  simulator.weather.set({ kind: "refuse-after-headers" });
  const response = await request(simulator.url);
  expect(response.status).toBe(200);
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(0);
  await expect(response.text()).rejects.toMatchObject(brokenOff);
});

test("cut: less of the body comes than was promised", async () => {
  simulator.weather.set({ kind: "cut" });
  const { promised, received } = await new Promise<{ promised: number; received: number }>(
    (resolve, reject) => {
      // Without a signature: refused, and cut just the same.
      const asking = httpRequest(simulator.url, { method: "POST" }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("error", () =>
          resolve({ promised: Number(response.headers["content-length"]), received: bytes }),
        );
        response.on("end", () => reject(new Error("The body came whole")));
      });
      asking.on("error", reject);
      asking.end("{}");
    },
  );
  expect(received).toBe(Math.floor(promised / 2));
});

test("drip-headers: the headers come byte by byte, and then the whole answer", async () => {
  simulator.weather.set({ kind: "drip-headers", ms: 0 });
  expect(await ask(simulator.url, "live-room")).toMatchObject({ ErrorCode: 0 });
  simulator.weather.set({ kind: "drip-headers", ms: 5 });
  const signal = AbortSignal.timeout(100);
  await expect(request(simulator.url, { signal })).rejects.toMatchObject({ name: "TimeoutError" });
});

test("drip: the body comes byte by byte, whole in the end", async () => {
  simulator.weather.set({ kind: "drip", ms: 0 });
  const response = await request(simulator.url, { body: '{"RoomId":"gone"}' });
  expect(envelopeOf(await response.text())).toMatchObject({ ErrorCode: 100004 });
});

test("http: another status and a page of HTML", async () => {
  simulator.weather.set({ kind: "http", status: 502 });
  const response = await request(simulator.url);
  expect(response.status).toBe(502);
  expect(response.headers.get("content-type")).toBe("text/html");
  expect(await response.text()).toContain("<html>");
});

test("not-json: a body that does not parse", async () => {
  simulator.weather.set({ kind: "not-json" });
  const response = await request(simulator.url);
  await expect(response.json()).rejects.toThrow(SyntaxError);
});

test("wrong-json: JSON that is no envelope", async () => {
  simulator.weather.set({ kind: "wrong-json" });
  const response = await request(simulator.url);
  expect(await response.json()).toEqual([expect.not.objectContaining({ ErrorCode: 0 })]);
});

test.each([
  ["with its length in the headers", false],
  ["in chunks", true],
])("huge: so many bytes, %s", async (_, chunked) => {
  simulator.weather.set({ kind: "huge", bytes: 3_000_000, chunked });
  const response = await request(simulator.url);
  expect(response.headers.get("content-length")).toBe(chunked ? null : "3000000");
  const text = await response.text();
  expect(text).toHaveLength(3_000_000);
  expect(envelopeOf(text)).toMatchObject({ ErrorCode: 0 });
});

describe("late: a query that reaches Tencent later", () => {
  test("is counted and answered at that moment", async () => {
    simulator.weather.set({ kind: "late", ms: 30 });
    const answer = ask(simulator.url, "live-room");
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
    expect(simulator.stats().queries).toBe(0);
    expect(await answer).toMatchObject({ ErrorCode: 0 });
    expect(simulator.stats()).toMatchObject({ queries: 1, answered: 1 });
  });
  test("is counted even where its asker has hung up", async () => {
    simulator.weather.set({ kind: "late", ms: 200 });
    await expect(ask(simulator.url, "live-room", AbortSignal.timeout(100))).rejects.toThrow(
      /timeout/i,
    );
    expect(simulator.stats().queries).toBe(0);
    await until(() => simulator.stats().queries === 1);
    expect(simulator.stats()).toMatchObject({
      answered: 0,
      mostInASlidingSecond: 1,
      byRoom: new Map([["live-room", 1]]),
    });
  });
  test("is answered with what is true at that moment", async () => {
    simulator.weather.set({ kind: "late", ms: 20 });
    const answer = ask(simulator.url, "live-room");
    simulator.rooms.dissolve("live-room");
    expect(await answer).toMatchObject({ ErrorCode: 100004 });
  });
});

test("closing ends every connection, whatever is under way", async () => {
  simulator.weather.setForRoom("live-room", { kind: "hang" });
  simulator.weather.setForRoom("other", { kind: "slow", ms: 60_000 });
  const asked = Promise.allSettled([ask(simulator.url, "live-room"), ask(simulator.url, "other")]);
  await until(() => simulator.stats().queries === 2);
  await simulator.close();
  expect((await asked).map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
});
