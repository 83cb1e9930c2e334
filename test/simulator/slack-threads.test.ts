import { describe, expect, test } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { startListening } from "./slack-events-fixture.ts";
import { callApi } from "./slack-fixture.ts";

const channel = places.support;

async function startWithThread() {
  const listening = await startListening();
  const { slack } = listening;
  const { message } = await slack.say({ channel, text: "room live-123 is silent" });
  const call = async (method: string, args: Record<string, unknown> = {}) =>
    (await callApi(slack, method, { channel, ...args })).json;
  return { ...listening, thread: message.ts, message, call };
}

describe("posting into a thread", () => {
  test("answers with the thread, and the thread counts its replies", async () => {
    const { thread, call, events } = await startWithThread();
    expect(await call("chat.postMessage", { thread_ts: thread, text: "a" })).toMatchObject({
      ok: true,
      message: { thread_ts: thread, parent_user_id: people.asker },
    });
    await expect.poll(() => events().length).toBe(2);
    expect(events()[1]).toMatchObject({ thread_ts: thread, user: BOT_USER });
  });

  test("with reply_broadcast it is a thread_broadcast with its root", async () => {
    const { thread, call, events } = await startWithThread();
    await call("chat.postMessage", { thread_ts: thread, text: "a", reply_broadcast: true });
    await expect.poll(() => events().length).toBe(2);
    expect(events()[1]).toMatchObject({
      subtype: "thread_broadcast",
      thread_ts: thread,
      root: { ts: thread, reply_count: 1 },
    });
  });

  test("people broadcast too, and without a thread reply_broadcast means nothing", async () => {
    const { slack, thread, call, kinds } = await startWithThread();
    await slack.say({ channel, thread, text: "a", broadcast: true });
    await call("chat.postMessage", { text: "a", reply_broadcast: true });
    await expect.poll(kinds).toEqual(["message", "message/thread_broadcast", "message"]);
  });

  test.each(["1700000000.000100", "a reply"])(
    "into %s is refused with thread_not_found",
    async (ts) => {
      const { slack, thread, outcome } = await startWithThread();
      const { message: reply } = await slack.say({ channel, thread, text: "a" });
      const thread_ts = ts === "a reply" ? reply.ts : ts;
      expect(await outcome("chat.postMessage", { channel, thread_ts, text: "a" })).toBe(
        "thread_not_found",
      );
    },
  );

  test("of another channel is refused with thread_not_found", async () => {
    const { thread, outcome } = await startWithThread();
    const args = { channel: places.backstage, thread_ts: thread, text: "a" };
    expect(await outcome("chat.postMessage", args)).toBe("thread_not_found");
  });

  test("whose first message was deleted works only while it has replies", async () => {
    const { slack, thread, message, outcome } = await startWithThread();
    const { message: reply } = await slack.say({ channel, thread, text: "a" });
    await slack.deleteMessage(message);
    const post = () => outcome("chat.postMessage", { channel, thread_ts: thread, text: "b" });
    expect(await post()).toBe("ok");
    for (const { ts } of slack.workspace.replies(channel, thread)) {
      if (ts !== reply.ts) await callApi(slack, "chat.delete", { channel, ts });
    }
    await slack.deleteMessage(reply);
    expect(await post()).toBe("thread_not_found");
  });
});

describe("an ephemeral post into a thread", () => {
  test("is seen where the thread has replies that stand", async () => {
    const { slack, thread, call } = await startWithThread();
    const ephemeral = { thread_ts: thread, user: people.asker, text: "a" };
    const seen = async () => {
      const { message_ts: ts } = await call("chat.postEphemeral", ephemeral);
      return slack.workspace.find(channel, String(ts))?.seen;
    };
    expect(await seen()).toBe(false);
    const { message: reply } = await slack.say({ channel, thread, text: "b" });
    expect(await seen()).toBe(true);
    await slack.deleteMessage(reply);
    expect(await seen()).toBe(false);
  });
});

describe("conversations.replies", () => {
  test("gives a thread from its first message on, in order and without ephemeral posts", async () => {
    const { slack, thread, call } = await startWithThread();
    await slack.say({ channel, thread, text: "one" });
    await call("chat.postEphemeral", { thread_ts: thread, user: people.asker, text: "secret" });
    await call("chat.postMessage", { thread_ts: thread, text: "two" });
    expect(await call("conversations.replies", { ts: thread })).toMatchObject({
      ok: true,
      has_more: false,
      messages: [
        { ts: thread, thread_ts: thread, reply_count: 2, reply_users: [people.asker, BOT_USER] },
        { text: "one", parent_user_id: people.asker },
        { text: "two" },
      ],
    });
  });

  test("pages by limit and cursor", async () => {
    const { slack, thread, call } = await startWithThread();
    for (const text of ["one", "two"]) await slack.say({ channel, thread, text });
    const first = await call("conversations.replies", { ts: thread, limit: 2 });
    expect(first).toMatchObject({ has_more: true, messages: [{ ts: thread }, { text: "one" }] });
    const { next_cursor: cursor } = first["response_metadata"] as { next_cursor: string };
    expect(await call("conversations.replies", { ts: thread, limit: 2, cursor })).toMatchObject({
      has_more: false,
      messages: [{ text: "two" }],
    });
  });

  test("gives one message without replies as it is, and a reply alone", async () => {
    const { slack, thread, call } = await startWithThread();
    const alone = await call("conversations.replies", { ts: thread });
    expect(alone["messages"]).toHaveLength(1);
    expect((alone["messages"] as object[])[0]).not.toHaveProperty("thread_ts");
    const { message: reply } = await slack.say({ channel, thread, text: "one" });
    expect((await call("conversations.replies", { ts: reply.ts }))["messages"]).toMatchObject([
      { text: "one", thread_ts: thread },
    ]);
  });

  test("shows a tombstone for a first message that was deleted", async () => {
    const { slack, thread, message, call } = await startWithThread();
    await slack.say({ channel, thread, text: "one" });
    await slack.deleteMessage(message);
    expect((await call("conversations.replies", { ts: thread }))["messages"]).toMatchObject([
      { subtype: "tombstone" },
      { text: "one" },
    ]);
  });

  test.each([
    [{ ts: "1700000000.000100" }, "thread_not_found"],
    [{ channel: places.lobby, ts: "1.2" }, "not_in_channel"],
    [{ channel: places.board, ts: "1.2" }, "channel_not_found"],
    [{ limit: 0 }, "invalid_limit"],
    [{ limit: 1001 }, "invalid_limit"],
    [{ cursor: "guess" }, "invalid_cursor"],
    [{ oldest: "yesterday" }, "invalid_ts_oldest"],
  ])("%o is refused with %s", async (args, error) => {
    const { thread, call } = await startWithThread();
    expect((await call("conversations.replies", { ts: thread, ...args }))["error"]).toBe(error);
  });
});
