import { describe, expect, test } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { startListening } from "./slack-events-fixture.ts";
import { section } from "./slack-fixture.ts";

const channel = places.support;
const grafana = { id: "B0GRAFANA01", name: "Grafana" };
const webhook = { id: "B0ALERTHOOK", name: "Alerts", webhook: true } as const;

describe("mentions", () => {
  test("in a channel arrive as message and as app_mention, each with its own event_id", async () => {
    const { slack, received, events } = await startListening();
    const { message } = await slack.say({ channel, text: `<@${BOT_USER}> live-123` });
    const both = events().toSorted((a, b) => a.type.localeCompare(b.type));
    expect(both).toMatchObject([
      { type: "app_mention", ts: message.ts, text: message.text, user: people.asker, channel },
      { type: "message", ts: message.ts },
    ]);
    const ids = received.map(({ body }) => (JSON.parse(body) as { event_id: string }).event_id);
    expect(new Set(ids).size).toBe(2);
  });

  test("in direct messages arrive as message.im alone", async () => {
    const { slack, kinds } = await startListening();
    await slack.say({ channel: places.botDm, text: `<@${BOT_USER}> live-123` });
    expect(kinds()).toEqual(["message"]);
  });

  test("of somebody else are none", async () => {
    const { slack, kinds } = await startListening();
    await slack.say({ channel, text: `<@${people.colleague}> @greenroom live-123` });
    expect(kinds()).toEqual(["message"]);
  });

  test("in a thread carry thread_ts", async () => {
    const { slack, events } = await startListening();
    const { message } = await slack.say({ channel, text: "room live-123 is silent" });
    await slack.say({ channel, thread: message.ts, text: `<@${BOT_USER}>` });
    expect(events().slice(1)).toMatchObject([
      { thread_ts: message.ts, parent_user_id: people.asker },
      { thread_ts: message.ts, parent_user_id: people.asker },
    ]);
  });

  test("by an app's bot and by an edit count; an edit that changes another word doesn't", async () => {
    const { slack, kinds } = await startListening();
    await slack.say({ channel, bot: grafana, text: `<@${BOT_USER}> live-123` });
    const { message } = await slack.say({ channel, text: "live-123" });
    await slack.editMessage(message, { text: `<@${BOT_USER}> live-123` });
    await slack.editMessage(message, { text: `<@${BOT_USER}> live-124` });
    expect(kinds().filter((kind) => kind === "app_mention")).toHaveLength(2);
  });
});

describe("edits and deletions", () => {
  test("an edit arrives as message_changed, with the message as it was", async () => {
    const { slack, events } = await startListening();
    const { message } = await slack.say({ channel, text: "firing live-123" });
    await slack.editMessage(message, { text: "resolved live-123" });
    expect(events()[1]).toMatchObject({
      type: "message",
      subtype: "message_changed",
      hidden: true,
      channel,
      channel_type: "channel",
      message: { ts: message.ts, text: "resolved live-123", edited: { user: people.asker } },
      previous_message: { ts: message.ts, text: "firing live-123" },
    });
    expect(events()[1]?.["ts"]).not.toBe(message.ts);
    expect(events()[1]?.["previous_message"]).not.toHaveProperty("edited");
  });

  test("an alert that its app edits keeps what the app leaves out", async () => {
    const { slack, events } = await startListening();
    const blocks = [section("live-123")];
    const { message } = await slack.say({ channel, bot: webhook, text: "firing", blocks });
    await slack.editMessage(message, { text: "resolved" });
    expect(events()[1]).toMatchObject({
      message: { text: "resolved", subtype: "bot_message", blocks },
      previous_message: { text: "firing" },
    });
  });

  test("a deletion arrives as message_deleted", async () => {
    const { slack, events } = await startListening();
    const { message } = await slack.say({ channel, text: "live-123" });
    await slack.deleteMessage(message);
    expect(events()[1]).toMatchObject({
      subtype: "message_deleted",
      deleted_ts: message.ts,
      previous_message: { text: "live-123" },
    });
    await expect(slack.editMessage(message, { text: "a" })).rejects.toThrow("was deleted");
  });

  test("the first message of a thread that goes on leaves a tombstone", async () => {
    const { slack, events } = await startListening();
    const { message } = await slack.say({ channel, text: "live-123" });
    await slack.say({ channel, thread: message.ts, text: "looking" });
    await slack.deleteMessage(message);
    expect(events()[2]).toMatchObject({
      subtype: "message_changed",
      message: { subtype: "tombstone", ts: message.ts, reply_count: 1 },
    });
  });
});
