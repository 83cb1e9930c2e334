import { webApi } from "@slack/bolt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBoltLogger } from "../../../src/slack/bolt-logger.ts";
import { createLog } from "../../../src/ops/log.ts";
import { withoutEnd } from "../../../src/slack/receivers/socket.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a connection is asked for until there is one, every 15 seconds at the latest", async () => {
  const askedAt: number[] = [];
  const client = new webApi.WebClient("xapp-1", {
    logger: createBoltLogger(createLog({ level: "info", secrets: [], write: () => undefined })),
    retryConfig: { ...withoutEnd },
    fetch: () => {
      askedAt.push(Date.now());
      if (askedAt.length < 100) throw new Error("Slack is away");
      return Promise.resolve(Response.json({ ok: true, url: "wss://slack.example" }));
    },
  });
  const answer = client.apps.connections.open({});
  await vi.advanceTimersByTimeAsync(100 * 15_000);
  expect(await answer).toMatchObject({ ok: true });
  expect(askedAt).toHaveLength(100);
  const waits = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
  expect(waits[0]).toBe(1_000);
  expect(waits.slice(15).every((wait) => wait === 15_000)).toBe(true);
});
