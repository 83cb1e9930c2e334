import { describe, expect, test } from "vitest";
import { people, places } from "../../simulator/slack/seed.ts";
import { startListening } from "./slack-events-fixture.ts";
import { postTo, responseUrlOf, section } from "./slack-fixture.ts";

const channel = places.support;

describe("a message shortcut", () => {
  test("carries the whole message: blocks, attachments, files, thread", async () => {
    const { slack } = await startListening();
    const { message: root } = await slack.say({ channel, text: "silent" });
    const { message } = await slack.say({
      channel,
      thread: root.ts,
      text: "live-123",
      blocks: [section("live-123")],
      attachments: [{ fallback: "live-124" }],
      files: [{ id: "F1", title: "live-125" }],
    });
    const used = await slack.shortcut("look_up_room_in_message", { message });
    expect(used.payload).toMatchObject({
      type: "message_action",
      callback_id: "look_up_room_in_message",
      channel: { id: channel, name: "support" },
      user: { id: people.asker, team_id: slack.workspace.team.id },
      message_ts: message.ts,
      message: {
        ts: message.ts,
        thread_ts: root.ts,
        blocks: [section("live-123")],
        attachments: [{ fallback: "live-124" }],
        files: [{ title: "live-125" }],
      },
      trigger_id: expect.any(String) as string,
      response_url: expect.stringContaining("/app/") as string,
    });
  });

  test("on a webhook's alert carries neither user nor team", async () => {
    const { slack } = await startListening();
    const bot = { id: "B0ALERTHOOK", name: "Alerts", webhook: true } as const;
    const { message } = await slack.say({ channel, bot, attachments: [{ text: "live-123" }] });
    const { payload } = await slack.shortcut("look_up_room_in_message", { message });
    expect(payload["message"]).toMatchObject({ subtype: "bot_message", text: "" });
    expect(payload["message"]).not.toHaveProperty("user");
  });

  test("answers into the message's thread through its response URL, member or not", async () => {
    const { slack } = await startListening();
    const { message } = await slack.say({ channel: places.board, text: "live-123" });
    const used = await slack.shortcut("look_up_room_in_message", { message });
    await postTo(responseUrlOf(used), {
      text: "card",
      response_type: "in_channel",
      replace_original: false,
      thread_ts: message.ts,
    });
    expect(await used.settled()).toMatchObject([
      { text: "card", threadTs: message.ts, visibility: "in_channel" },
    ]);
    expect(slack.workspace.replies(places.board, message.ts)).toHaveLength(1);
  });

  test("replaces nothing: the message is somebody else's", async () => {
    const { slack } = await startListening();
    const { message } = await slack.say({ channel, text: "live-123" });
    const used = await slack.shortcut("look_up_room_in_message", { message });
    await postTo(responseUrlOf(used), { text: "card", replace_original: true });
    expect(message.text).toBe("live-123");
    expect(await used.settled()).toMatchObject([{ ephemeralTo: people.asker }]);
  });

  test("does not exist on ephemeral and deleted messages", async () => {
    const { slack } = await startListening();
    const { message } = await slack.say({ channel, text: "live-123" });
    await slack.deleteMessage(message);
    await expect(slack.shortcut("a", { message })).rejects.toThrow("was deleted");
    const asked = await slack.command({ text: "live-123" });
    await postTo(responseUrlOf(asked), { text: "for you" });
    const [card] = await asked.settled();
    await expect(slack.shortcut("a", { ...(card && { message: card }) })).rejects.toThrow(
      "ephemeral",
    );
  });
});

describe("a global shortcut", () => {
  test("carries a trigger, and neither channel nor response URL", async () => {
    const { slack } = await startListening();
    const { payload } = await slack.shortcut("look_up_room");
    expect(payload).toMatchObject({ type: "shortcut", trigger_id: expect.any(String) as string });
    expect(payload).not.toHaveProperty("response_url");
    expect(payload).not.toHaveProperty("channel");
  });
});
