import { beforeEach, describe, expect, test } from "vitest";
import type { SlackCall } from "../../src/ops/events.ts";
import { createSlackHealth, type SlackHealth } from "../../src/ops/slack-health.ts";

const figures = {
  slackNewsMs: 30_000,
  slackBadNewsMs: 5_000,
  healthWaitMs: 20,
  slackFailures: 3,
};

let now = 0;
let asked = 0;
let health: SlackHealth;
/** What Slack answers when it is asked. */
let answer: () => Promise<unknown>;

function heard(method: string, error?: string, isAnswered = true): void {
  const call: SlackCall = { kind: "slack-call", method, error, isAnswered, from: now, to: now };
  health.observe(call);
}

beforeEach(() => {
  now = 0;
  asked = 0;
  answer = () => {
    heard("auth.test");
    return Promise.resolve();
  };
  const ask = (): Promise<unknown> => {
    asked += 1;
    return answer();
  };
  health = createSlackHealth({ ...figures, ask, now: () => now });
});

const reasons = async (): Promise<string[]> => (await health.check()).map(({ reason }) => reason);

describe("Slack's health", () => {
  test("is asked for at first, and again only when the last word is half a minute old", async () => {
    expect(await reasons()).toEqual([]);
    expect(asked).toBe(1);
    now = 29_999;
    expect(await reasons()).toEqual([]);
    expect(asked).toBe(1);
    now = 30_000;
    expect(await reasons()).toEqual([]);
    expect(asked).toBe(2);
  });

  test("is known without asking from any other call with the token", async () => {
    await reasons();
    now = 29_000;
    heard("chat.postMessage", "not_in_channel");
    now = 50_000;
    expect(await reasons()).toEqual([]);
    expect(asked).toBe(1);
  });

  test("is not known from calls without the token", async () => {
    await reasons();
    now = 40_000;
    heard("response_url");
    heard("apps.connections.open");
    expect(await reasons()).toEqual([]);
    expect(asked).toBe(2);
  });

  test.each(["token_revoked", "account_inactive", "invalid_auth", "not_authed", "token_expired"])(
    "is lost at once with %s, and asked for again after 5 s",
    async (refusal) => {
      await reasons();
      heard("chat.postMessage", refusal);
      answer = async () => undefined;
      expect(await reasons()).toEqual(["slack-refuses-token"]);
      expect((await health.check())[0]?.explanation).toContain(`(${refusal})`);
      expect(asked).toBe(1);
      now = 5_000;
      expect(await reasons()).toEqual(["slack-refuses-token"]);
      expect(asked).toBe(2);
      heard("auth.test");
      expect(await reasons()).toEqual([]);
    },
  );

  test("is not lost by what an app token or a used-up response_url meets", async () => {
    await reasons();
    heard("apps.connections.open", "token_revoked");
    heard("response_url", "invalid_auth");
    expect(await reasons()).toEqual([]);
  });

  test("is lost with three requests in a row that got no answer, and found with one that did", async () => {
    await reasons();
    heard("response_url", "timed_out", false);
    heard("users.info", "unreachable", false);
    expect(await reasons()).toEqual([]);
    heard("response_url", "http_503", false);
    expect(await reasons()).toEqual(["slack-unreachable"]);
    heard("response_url", "used_url");
    expect(await reasons()).toEqual([]);
  });

  test("of a Slack that hangs is told without waiting for it, and nobody asks twice meanwhile", async () => {
    answer = () => new Promise(() => undefined);
    expect(await Promise.all([reasons(), reasons(), reasons()])).toEqual([[], [], []]);
    expect(asked).toBe(1);
    now = 60_000;
    await reasons();
    expect(asked).toBe(1);
  });

  test("survives a question that fails", async () => {
    answer = () => {
      heard("auth.test", "unreachable", false);
      return Promise.reject(new Error("no way"));
    };
    expect(await reasons()).toEqual([]);
    now = 5_000;
    expect(await reasons()).toEqual([]);
    now = 10_000;
    expect(await reasons()).toEqual(["slack-unreachable"]);
  });
});
