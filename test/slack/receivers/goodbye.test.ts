import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Emitter } from "../../../src/slack/receivers/frames.ts";
import { acknowledgeBeforeGoodbye } from "../../../src/slack/receivers/goodbye.ts";

const waitMs = 3_000;
const goodbye = JSON.stringify({ type: "disconnect", reason: "refresh_requested" });
const envelope = (id: string): string =>
  JSON.stringify({ type: "slash_commands", envelope_id: id, payload: {} });

type Client = EventEmitter & Emitter;

let client: Client;
let heard: string[];
beforeEach(() => {
  vi.useFakeTimers();
  client = new EventEmitter() as Client;
  heard = [];
  client.on("ws_message", (data: string) => {
    heard.push((JSON.parse(data) as { type: string }).type);
  });
  acknowledgeBeforeGoodbye(client, { waitMs });
});
afterEach(() => {
  vi.useRealTimers();
});

const receive = (...frames: readonly string[]): void => {
  for (const frame of frames) client.emit("ws_message", frame, false);
};
const acknowledge = (id: string): void => {
  // As the client does: it tells of it, and then it sends it.
  client.emit("outgoing_message", { envelope_id: id, payload: {} });
  heard.push(`sent ${id}`);
};

test("a client that owes nothing hears at once that it should connect anew", () => {
  receive(envelope("a"));
  acknowledge("a");
  receive(goodbye);
  expect(heard).toEqual(["slash_commands", "sent a", "disconnect"]);
});

test("what has just come is acknowledged first, all of it", () => {
  receive(envelope("a"), envelope("b"), goodbye);
  acknowledge("b");
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(["slash_commands", "slash_commands", "sent b"]);
  acknowledge("a");
  vi.advanceTimersByTime(1);
  expect(heard.slice(3)).toEqual(["sent a", "disconnect"]);
  vi.advanceTimersByTime(2 * waitMs);
  expect(heard).toHaveLength(5);
});

test("the client goes on apart from what it acknowledged", async () => {
  vi.useRealTimers();
  const context = new AsyncLocalStorage<string>();
  const seen = new Promise((resolve) => {
    client.removeAllListeners();
    client.on("ws_message", (data: string) => {
      if (data === goodbye) resolve(context.getStore());
    });
  });
  acknowledgeBeforeGoodbye(client, { waitMs });
  receive(envelope("a"), goodbye);
  context.run("of the command", () => acknowledge("a"));
  expect(await seen).toBe(undefined);
});

test("after 3 s Slack has told the asker anyhow, so nothing is waited for any more", () => {
  receive(envelope("a"), goodbye);
  vi.advanceTimersByTime(waitMs - 1);
  expect(heard).toEqual(["slash_commands"]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(["slash_commands", "disconnect"]);
});

test("what was never acknowledged holds no later goodbye up", () => {
  receive(envelope("a"));
  vi.advanceTimersByTime(waitMs);
  receive(goodbye);
  expect(heard).toEqual(["slash_commands", "disconnect"]);
});

test("frames that are no JSON, or binary, go to the client as they are", () => {
  const raw: unknown[] = [];
  const other = new EventEmitter() as Client;
  other.on("ws_message", (data) => raw.push(data));
  acknowledgeBeforeGoodbye(other, { waitMs });
  const bytes = new ArrayBuffer(2);
  for (const data of ["no JSON", "null", bytes]) other.emit("ws_message", data, false);
  expect(raw).toEqual(["no JSON", "null", bytes]);
});
