import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { createTransport, type Exchange, type Post } from "../../src/tencent/transport.ts";
import { GET_ROOM_INFO, SDK_APP_ID, sign, start, until } from "../simulator/tencent-caller.ts";

let simulator: TencentSimulator;
const usersig = sign();

beforeEach(async () => {
  simulator = await start();
  simulator.rooms.create({ RoomId: "live-room" });
});
afterEach(() => simulator.close());

async function post(changes: Partial<Post> = {}, baseUrl = simulator.url): Promise<Exchange> {
  const transport = createTransport({ baseUrl, bodyLimit: 1_048_576, connectTimeoutMs: 1000 });
  const exchange = await transport.post({
    path: GET_ROOM_INFO,
    query: new URLSearchParams({
      sdkappid: String(SDK_APP_ID),
      identifier: "administrator",
      usersig,
      random: "4294967295",
      contenttype: "json",
    }).toString(),
    body: '{"RoomId":"live-room"}',
    timeoutMs: 5000,
    signal: new AbortController().signal,
    ...changes,
  });
  await transport.close();
  return exchange;
}

/** A port of this machine on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return port;
}

const fault = (name: string, mayStillArrive: boolean) => ({
  kind: "fault",
  fault: { name },
  mayStillArrive,
});

describe("an answer", () => {
  test("comes whole, with its status", async () => {
    const exchange = await post();
    expect(exchange).toMatchObject({ kind: "answer", status: 200 });
    expect(exchange.kind === "answer" && JSON.parse(exchange.text)).toMatchObject({ ErrorCode: 0 });
  });

  test("of a gateway comes with its status, too", async () => {
    simulator.weather.set({ kind: "http", status: 502 });
    expect(await post()).toMatchObject({ kind: "answer", status: 502 });
  });

  test("may be as long as the limit, with or without its length in the headers", async () => {
    for (const chunked of [true, false]) {
      simulator.weather.set({ kind: "huge", bytes: 1_048_576, chunked });
      // oxlint-disable-next-line no-await-in-loop -- the weather is the same for all
      expect(await post()).toMatchObject({ kind: "answer", status: 200 });
    }
  });

  test("is asked for beneath the path of the base URL", async () => {
    const exchange = await post({}, `${simulator.url}/beneath/`);
    expect(exchange.kind === "answer" && JSON.parse(exchange.text)).toMatchObject({
      ErrorCode: 60009,
    });
  });
});

describe("a query that never left can't arrive later", () => {
  test("nobody listens: connection-refused", async () => {
    const url = `http://127.0.0.1:${await closedPort()}`;
    expect(await post({}, url)).toEqual(fault("connection-refused", false));
  });

  test("the name is unknown: name-not-found", async () => {
    expect(await post({}, "http://tencent.invalid")).toEqual(fault("name-not-found", false));
  });

  test("the other end does not speak TLS: tls-failed", async () => {
    const url = simulator.url.replace("http:", "https:");
    expect(await post({}, url)).toEqual(fault("tls-failed", false));
    expect(simulator.stats().queries).toBe(0);
  });

  test("its signal was aborted before: out-of-time, and nothing is sent", async () => {
    expect(await post({ signal: AbortSignal.abort() })).toEqual(fault("out-of-time", false));
    expect(simulator.stats().queries).toBe(0);
  });
});

describe("a query that was sent and heard nothing of may arrive later", () => {
  test("reset before the headers: connection-reset", async () => {
    simulator.weather.set({ kind: "reset" });
    expect(await post()).toEqual(fault("connection-reset", true));
    expect(simulator.stats().queries).toBe(1);
  });

  test("no answer in time: timed-out", async () => {
    simulator.weather.set({ kind: "hang" });
    expect(await post({ timeoutMs: 30 })).toEqual(fault("timed-out", true));
  });

  test("aborted on its way: out-of-time, at once", async () => {
    simulator.weather.set({ kind: "hang" });
    const asker = new AbortController();
    const exchange = post({ signal: asker.signal });
    await until(() => simulator.stats().queries === 1);
    asker.abort();
    expect(await exchange).toEqual(fault("out-of-time", true));
  });
});

describe("a query whose headers came was counted already", () => {
  test("no body: connection-reset", async () => {
    simulator.weather.set({ kind: "refuse-after-headers" });
    expect(await post()).toEqual(fault("connection-reset", false));
  });

  test("half of the body: connection-reset", async () => {
    simulator.weather.set({ kind: "cut" });
    expect(await post()).toEqual(fault("connection-reset", false));
  });

  test("a body that drips: timed-out after the time for the whole", async () => {
    simulator.weather.set({ kind: "drip", ms: 5 });
    const began = performance.now();
    expect(await post({ timeoutMs: 80 })).toEqual(fault("timed-out", false));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test("a body beyond the limit: too-large", async () => {
    for (const chunked of [true, false]) {
      simulator.weather.set({ kind: "huge", bytes: 1_048_577, chunked });
      // oxlint-disable-next-line no-await-in-loop -- the weather is the same for all
      expect(await post()).toEqual(fault("too-large", false));
    }
  });
});

test("no fault tells the signature or the address", async () => {
  simulator.weather.set({ kind: "reset" });
  const told = JSON.stringify([await post(), await post({}, "http://tencent.invalid")]);
  expect(told).not.toContain(usersig);
  expect(told).not.toContain("invalid");
  expect(told).not.toContain("127.0.0.1");
});

describe("a query that must not leave any more", () => {
  test("is kept back once its connection is open, and Tencent sees nothing of it", async () => {
    const asked: number[] = [];
    const mayLeave = () => {
      asked.push(simulator.stats().queries);
      return false;
    };
    expect(await post({ mayLeave })).toEqual({ kind: "unsent" });
    expect(asked).toEqual([0]);
    expect(simulator.stats().queries).toBe(0);
  });

  test("is asked about once, and leaves where it may", async () => {
    let asked = 0;
    const mayLeave = () => (asked += 1) > 0;
    expect(await post({ mayLeave })).toMatchObject({ kind: "answer", status: 200 });
    expect(asked).toBe(1);
  });
});
