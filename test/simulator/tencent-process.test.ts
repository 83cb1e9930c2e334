import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { readEnvironment } from "../../simulator/tencent/environment.ts";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { ask, SDK_APP_ID, SECRET_KEY, start } from "./tencent-caller.ts";

async function control(
  url: string,
  method: "GET" | "POST",
  name: string,
  body?: unknown,
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${url}/_simulator/${name}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: await response.json() };
}

describe("the controls", () => {
  let simulator: TencentSimulator;

  beforeEach(async () => {
    simulator = await start({ control: true });
  });
  afterEach(() => simulator.close());

  test("rooms: so many at once", async () => {
    const { url } = simulator;
    const created = await control(url, "POST", "rooms", { count: 3, prefix: "bench" });
    expect(created).toEqual({ status: 200, answer: { created: 3 } });
    expect(await ask(url, "bench-3")).toMatchObject({ ErrorCode: 0 });
    expect(await ask(url, "bench-4")).toMatchObject({ ErrorCode: 100004 });
  });
  test("rooms: a list", async () => {
    const { url } = simulator;
    await control(url, "POST", "rooms", [{ RoomId: "a", ViewCount: 7 }, { RoomId: "b" }]);
    expect(await ask(url, "a")).toMatchObject({ Response: { RoomInfo: { ViewCount: 7 } } });
    expect(await ask(url, "b")).toMatchObject({ ErrorCode: 0 });
  });
  test("stats and reset, which are no queries themselves", async () => {
    const { url } = simulator;
    await ask(url, "__proto__");
    expect(await control(url, "GET", "stats")).toMatchObject({
      answer: {
        queries: 1,
        answered: 1,
        refused: 0,
        mostInASlidingSecond: 1,
        badSignatures: 0,
        sigsSeen: 1,
      },
    });
    expect(await (await fetch(`${url}/_simulator/stats`)).text()).toContain('{"__proto__":1}');
    await control(url, "POST", "reset");
    expect(await control(url, "GET", "stats")).toMatchObject({ answer: { queries: 0 } });
  });
  test("weather", async () => {
    const { url } = simulator;
    await control(url, "POST", "weather", {
      latency: [0, 1],
      always: { kind: "code", code: 1, info: "one" },
      rooms: { a: { kind: "code", code: 2 } },
      next: { count: 1, fault: { kind: "code", code: 3 } },
    });
    expect(simulator.weather.latency).toEqual([0, 1]);
    expect(await ask(url, "a")).toMatchObject({ ErrorCode: 3 });
    expect(await ask(url, "a")).toMatchObject({ ErrorCode: 2 });
    expect(await ask(url, "b")).toMatchObject({ ErrorCode: 1, ErrorInfo: "one" });
    await control(url, "POST", "weather", { always: null, rooms: { a: null } });
    expect(await ask(url, "a")).toMatchObject({ ErrorCode: 100004 });
  });
  test.each<[string, unknown]>([
    ["weather", { always: { kind: "rain" } }],
    ["weather", { always: { kind: "slow" } }],
    ["weather", { always: { kind: "slow", ms: -1 } }],
    ["weather", { latency: [5] }],
    ["weather", { latency: [5, 4] }],
    ["weather", "rain"],
    ["rooms", { prefix: "many" }],
    ["rooms", [{ RoomName: "no ID" }]],
    ["rooms", undefined],
  ])("%s refuses %j", async (name, body) => {
    expect(await control(simulator.url, "POST", name, body)).toMatchObject({ status: 400 });
  });
  test("others there are none", async () => {
    expect(await control(simulator.url, "POST", "stats")).toMatchObject({ status: 404 });
    expect(await control(simulator.url, "GET", "constructor")).toMatchObject({ status: 404 });
  });
});

describe("the environment", () => {
  const needed = { SIM_TENCENT_SDK_APP_ID: "1400000001", SIM_TENCENT_SECRET_KEY: "key" };

  test("has an app and a key at least", () => {
    expect(readEnvironment(needed)).toEqual({
      simulator: { sdkAppId: 1400000001, secretKey: "key", control: true },
      latency: [0, 0],
    });
  });
  test("may have a port, a quota and a latency", () => {
    const env = { SIM_TENCENT_PORT: "8001", SIM_TENCENT_QPS: "50", SIM_TENCENT_LATENCY: "5-40" };
    expect(readEnvironment({ ...needed, ...env })).toMatchObject({
      simulator: { port: 8001, qps: 50 },
      latency: [5, 40],
    });
  });
  test.each([
    [{ SIM_TENCENT_SDK_APP_ID: "" }, /SDK_APP_ID is not set/],
    [{ SIM_TENCENT_SECRET_KEY: "" }, /SECRET_KEY is not set/],
    [{ SIM_TENCENT_QPS: "many" }, /QPS is not a number/],
    [{ SIM_TENCENT_LATENCY: "5" }, /LATENCY/],
    [{ SIM_TENCENT_LATENCY: "40-5" }, /latency/],
  ])("is refused with %j", (env, words) => {
    expect(() => readEnvironment({ ...needed, ...env })).toThrow(words);
  });
});

describe("the process", () => {
  let folder: string;
  let child: ChildProcessWithoutNullStreams | undefined;

  // Node 20 does not read TypeScript, and a test should not lean on what was built before it.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "simulator-"));
    await build({
      configFile: false,
      logLevel: "silent",
      build: {
        ssr: fileURLToPath(new URL("../../simulator/tencent/main.ts", import.meta.url)),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: "main.mjs" } },
      },
    });
  });
  afterEach(() => {
    if (child?.exitCode === null) child.kill("SIGKILL");
  });
  afterAll(() => rm(folder, { recursive: true }));

  function run(env: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
    child = spawn(process.execPath, [join(folder, "main.mjs")], { env });
    return child;
  }

  test("prints its URL, answers, and ends on SIGTERM", async () => {
    const running = run({
      SIM_TENCENT_SDK_APP_ID: String(SDK_APP_ID),
      SIM_TENCENT_SECRET_KEY: SECRET_KEY,
      SIM_TENCENT_LATENCY: "0-1",
    });
    const [line]: unknown[] = await once(createInterface(running.stdout), "line");
    const { url }: { url: string } = JSON.parse(String(line));
    expect(await ask(url, "live-room")).toMatchObject({ ErrorCode: 0 });
    expect(await control(url, "GET", "stats")).toMatchObject({ answer: { queries: 1 } });
    running.kill("SIGTERM");
    expect(await once(running, "exit")).toEqual([0, null]);
  });
  test("says what is missing, and ends with 1", async () => {
    const running = run({});
    const [line]: unknown[] = await once(createInterface(running.stderr), "line");
    expect(line).toBe("SIM_TENCENT_SECRET_KEY is not set");
    expect(running.exitCode ?? (await once(running, "exit"))[0]).toBe(1);
  });
});
