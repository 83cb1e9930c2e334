import { describe, expect, test } from "vitest";
import { places } from "../../simulator/slack/seed.ts";
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

describe("conversations.history", () => {
  test("gives the newest first, without replies, with broadcasts", async () => {
    const { slack, thread, call } = await startWithThread();
    await slack.say({ channel, thread, text: "reply" });
    await slack.say({ channel, thread, text: "broadcast", broadcast: true });
    await slack.say({ channel, text: "newest" });
    const { messages } = await call("conversations.history", { limit: 3 });
    expect(messages).toMatchObject([{ text: "newest" }, { text: "broadcast" }, { ts: thread }]);
    const one = { latest: thread, oldest: thread, inclusive: true };
    expect((await call("conversations.history", one))["messages"]).toMatchObject([{ ts: thread }]);
  });

  test("is refused with not_in_channel, and private ones are hidden", async () => {
    const { outcome } = await startWithThread();
    expect(await outcome("conversations.history", { channel: places.lobby })).toBe(
      "not_in_channel",
    );
    expect(await outcome("conversations.history", { channel: places.board })).toBe(
      "channel_not_found",
    );
  });
});

describe("chat.getPermalink", () => {
  test("links to a message and to a reply in its thread", async () => {
    const { slack, thread, call } = await startWithThread();
    const { message: reply } = await slack.say({ channel, thread, text: "one" });
    const link = `https://greenhouse.slack.com/archives/${channel}`;
    expect(await call("chat.getPermalink", { message_ts: thread })).toMatchObject({
      permalink: `${link}/p${thread.replace(".", "")}`,
    });
    expect(await call("chat.getPermalink", { message_ts: reply.ts })).toMatchObject({
      permalink: `${link}/p${reply.ts.replace(".", "")}?thread_ts=${thread}&cid=${channel}`,
    });
  });

  test("is refused with message_not_found for what was deleted, and for hidden channels", async () => {
    const { slack, message, thread, outcome } = await startWithThread();
    await slack.deleteMessage(message);
    expect(await outcome("chat.getPermalink", { channel, message_ts: thread })).toBe(
      "message_not_found",
    );
    expect(await outcome("chat.getPermalink", { channel: places.board, message_ts: thread })).toBe(
      "channel_not_found",
    );
  });
});
