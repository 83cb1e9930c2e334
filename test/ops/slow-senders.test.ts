import { afterEach, describe, expect, test } from "vitest";
import { createLog } from "../../src/ops/log.ts";
import { createHttpServer, type EdgeLimits, type HttpServer } from "../../src/ops/server.ts";
import { drip, headOf, openRaw } from "../support/raw-http.ts";

const limits: EdgeLimits = { headersMs: 150, requestMs: 400, checkMs: 25, connections: 3 };
let server: HttpServer | undefined;
afterEach(() => server?.close(0));

/** Answers when it has read the whole body. */
async function serve(): Promise<string> {
  const log = createLog({ level: "info", secrets: [], write: () => undefined });
  server = createHttpServer(
    {
      "POST /": async (request, response) => {
        let size = 0;
        for await (const chunk of request as AsyncIterable<Buffer>) size += chunk.length;
        response.end(`read ${size}`);
      },
    },
    log,
    limits,
  );
  return `http://127.0.0.1:${await server.listen(0, "127.0.0.1")}`;
}

/** Far longer than the limits and a check: a machine under load is no reason to fail. */
const soonMs = 5_000;

describe("who sends slowly is cut off", () => {
  test("with headers that trickle in", async () => {
    const slow = await openRaw(await serve(), "POST / HTTP/1.1\r\nhost: bot\r\n");
    drip(slow, "x-more: y\r\n", 20);
    const { afterMs, heard } = await slow.closed;
    expect(afterMs).toBeGreaterThan(limits.headersMs);
    expect(afterMs).toBeLessThan(soonMs);
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("with a connection on which nothing comes at all", async () => {
    const silent = await openRaw(await serve(), "");
    expect((await silent.closed).afterMs).toBeLessThan(soonMs);
  });

  test.each([
    ["of a length that was told", { "content-length": "100000" }, "x"],
    ["in pieces without a length", { "transfer-encoding": "chunked" }, "1\r\nx\r\n"],
  ])("with a body that trickles in, %s", async (_, headers, piece) => {
    const slow = await openRaw(await serve(), headOf("POST /", headers));
    drip(slow, piece, 20);
    const { afterMs, heard } = await slow.closed;
    expect(afterMs).toBeGreaterThan(limits.requestMs);
    expect(afterMs).toBeLessThan(soonMs);
    expect(heard).not.toContain("read");
  });

  test("and others are answered meanwhile", async () => {
    const base = await serve();
    const slow = await openRaw(base, headOf("POST /", { "content-length": "100000" }));
    const answer = await fetch(base, { method: "POST", body: "whole" });
    expect(await answer.text()).toBe("read 5");
    slow.socket.destroy();
  });
});

test("no more connections than the limit are open at once, and a place that is free is given", async () => {
  const base = await serve();
  const head = headOf("POST /", { "content-length": "5" });
  const open = await Promise.all([openRaw(base, head), openRaw(base, head), openRaw(base, head)]);
  const tooMany = await openRaw(base, head);
  tooMany.socket.write("whole");
  expect((await tooMany.closed).heard).toBe("");
  open[0]?.socket.destroy();
  await open[0]?.closed;
  const answer = await fetch(base, { method: "POST", body: "whole" });
  expect(await answer.text()).toBe("read 5");
});

test("headers of more than 16 KiB are refused", async () => {
  const big = await openRaw(await serve(), headOf("POST /", { "x-big": "x".repeat(20_000) }));
  expect((await big.closed).heard).toMatch(/^HTTP\/1\.1 431 /);
});
