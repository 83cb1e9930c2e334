import { EventEmitter, once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { healthz, readyz, type Unreadiness } from "../../src/ops/health.ts";
import { createLog } from "../../src/ops/log.ts";
import { createHttpServer, type Handler, type HttpServer } from "../../src/ops/server.ts";

const host = "127.0.0.1";
let server: HttpServer | undefined;
let lines: string[] = [];

beforeEach(() => {
  lines = [];
});

afterEach(async () => {
  await server?.close(500);
  server = undefined;
});

async function serve(routes: Record<string, Handler>): Promise<string> {
  const log = createLog({ level: "info", secrets: [], write: (line) => void lines.push(line) });
  server = createHttpServer(routes, log);
  return `http://${host}:${await server.listen(0, host)}`;
}

async function ask(url: string, method = "GET"): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { method, signal: AbortSignal.timeout(2_000) });
  return { status: response.status, text: await response.text() };
}

describe("the health endpoints", () => {
  test("/healthz says that the process is alive", async () => {
    const base = await serve({ "GET /healthz": healthz });
    expect(await ask(`${base}/healthz`)).toEqual({ status: 200, text: '{"status":"alive"}' });
  });

  test("/readyz is 200 when questions can be taken, and 503 with the reasons when not", async () => {
    const reasons: Unreadiness[] = [];
    const base = await serve({ "GET /readyz": readyz(() => reasons) });
    expect(await ask(`${base}/readyz`)).toEqual({
      status: 200,
      text: '{"status":"ready","reasons":[]}',
    });
    reasons.push({ reason: "socket-closed", explanation: "No connection is open." });
    const answer = await ask(`${base}/readyz`);
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toEqual({ status: "not ready", reasons });
  });

  test("take a query along, as some probes send one", async () => {
    const base = await serve({ "GET /healthz": healthz });
    expect((await ask(`${base}/healthz?probe=1`)).status).toBe(200);
  });
});

describe("a request that nobody handles", () => {
  test.each([
    ["another path", "GET", "/other", 404],
    ["a path below", "GET", "/healthz/x", 404],
    ["a path that ends alike", "GET", "/x/healthz", 404],
    ["a name that every object has", "GET", "/constructor", 404],
    ["nothing at all", "GET", "/", 404],
    ["another method", "POST", "/healthz", 405],
    ["another method, in Slack's path", "GET", "/slack/events", 405],
  ])("%s", async (_, method, path, status) => {
    const base = await serve({ "GET /healthz": healthz, "POST /slack/events": healthz });
    expect((await ask(`${base}${path}`, method)).status).toBe(status);
  });
});

describe("a handler that breaks", () => {
  test("later is a 500 and a line in the log; the server goes on", async () => {
    const base = await serve({
      "GET /healthz": healthz,
      "GET /broken": async () => {
        await Promise.resolve();
        throw new Error("out of order");
      },
    });
    expect(await ask(`${base}/broken`)).toEqual({ status: 500, text: "" });
    expect(lines.join("")).toContain("out of order");
    expect((await ask(`${base}/healthz`)).status).toBe(200);
  });

  test("at once is a 500 as well, and no uncaught exception", async () => {
    const others = process.listeners("uncaughtException");
    const crashes: unknown[] = [];
    process.removeAllListeners("uncaughtException");
    process.on("uncaughtException", (error) => crashes.push(error));
    try {
      const base = await serve({
        "GET /broken": () => {
          throw new Error("out of order");
        },
      });
      const answer = await ask(`${base}/broken`).catch(() => ({ status: 0 }));
      expect(crashes).toEqual([]);
      expect(answer.status).toBe(500);
    } finally {
      process.removeAllListeners("uncaughtException");
      for (const listener of others) process.on("uncaughtException", listener);
    }
  });

  test("in the middle of its answer breaks the connection off, so that nobody takes it for whole", async () => {
    const base = await serve({
      "GET /half": async (_request, response) => {
        response.writeHead(200).write("half");
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw new Error("out of order");
      },
    });
    await expect(ask(`${base}/half`)).rejects.toThrow(/terminated|fetch failed/);
  });
});

describe("listening and closing", () => {
  test("idle connections stay open for longer than load balancers keep them", async () => {
    const base = await serve({ "GET /healthz": healthz });
    const { headers } = await fetch(`${base}/healthz`);
    expect(headers.get("keep-alive")).toBe("timeout=620");
  });

  test("a port that is taken is an error to whoever starts it", async () => {
    const base = await serve({ "GET /healthz": healthz });
    const log = createLog({ level: "info", secrets: [], write: () => undefined });
    const second = createHttpServer({}, log);
    await expect(second.listen(Number(new URL(base).port), host)).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  test("closing answers what is in flight, and takes nothing new", async () => {
    const steps = new EventEmitter();
    const arrived = once(steps, "arrived");
    const finished = once(steps, "finish");
    const base = await serve({
      "GET /slow": async (_request, response) => {
        steps.emit("arrived");
        await finished;
        response.end("done");
      },
    });
    const inFlight = ask(`${base}/slow`);
    await arrived;
    const closed = server?.close(500);
    await expect(ask(`${base}/slow`)).rejects.toThrow(/terminated|fetch failed/);
    steps.emit("finish");
    expect(await inFlight).toEqual({ status: 200, text: "done" });
    await closed;
  });
});
