import { describe, expect, test } from "vitest";
import { cardIn, directMessageOf, isDirect } from "../../src/slack/direct-message.ts";
import { cardOfRoom, fullRoom } from "../cards/found.ts";

const event = {
  type: "message",
  channel_type: "im",
  channel: "D1",
  user: "U1",
  team: "T1",
  text: "live-8821",
  ts: "1.2",
};
const read = (more: Record<string, unknown>) => directMessageOf({ ...event, ...more }, "UBOT");

describe("what is written to the bot directly", () => {
  test("is read with its writer, and the thread that it stands in", () => {
    const message = {
      user: "U1",
      homeTeam: "T1",
      channel: "D1",
      text: "live-8821",
      thread: undefined,
    };
    expect(read({})).toEqual(message);
    expect(read({ thread_ts: "1.1" })).toEqual({ ...message, thread: "1.1" });
  });

  test.each([
    ["a reply that is sent to the conversation too", { subtype: "thread_broadcast" }],
    ["words under a picture", { subtype: "file_share", files: [{ id: "F1" }] }],
    ["words of which Slack does not say the workspace", { team: undefined }],
  ])("may be %s", (_, more) => {
    expect(read(more)?.text).toBe("live-8821");
  });

  test("may be a picture alone", () => {
    expect(read({ subtype: "file_share", text: undefined })?.text).toBe("");
  });

  test.each<[string, Record<string, unknown>]>([
    ["in a channel", { channel_type: "channel", channel: "C1" }],
    ["in a group's direct messages", { channel_type: "mpim", channel: "G1" }],
    ["by a bot", { bot_id: "B1" }],
    ["by the bot itself", { user: "UBOT" }],
    ["by nobody", { user: undefined }],
    ["by a webhook", { subtype: "bot_message", user: undefined, bot_id: "B1" }],
    ["as an edit", { subtype: "message_changed", message: event, text: undefined }],
    ["as a deletion", { subtype: "message_deleted", deleted_ts: "1.2" }],
    ["as what stays of a deleted message", { subtype: "tombstone" }],
    ["as no text", { text: 7 }],
  ])("is not what comes %s", (_, more) => {
    expect(read(more)).toBeUndefined();
  });

  test("is none of an event that is none", () => {
    expect(directMessageOf(undefined, "UBOT")).toBeUndefined();
  });
});

test("a card has its Share to channel in channels alone", () => {
  const card = cardOfRoom(fullRoom);
  expect([isDirect("D1"), isDirect("C1"), isDirect("G1"), isDirect("")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(cardIn("C1", card)).toBe(card);
  expect(JSON.stringify(cardIn("D1", card))).not.toContain("room_share");
});
