import { describe, expect, test } from "vitest";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { findRooms, mostRoomsFound } from "../../../src/slack/find-rooms/find-rooms.ts";

const find = (message: unknown) => findRooms(message, defaultRoomPatterns);
const text = "room_id=live-1";
const url = "https://example.com/rooms/live-1";
const block = (one: unknown) => ({ blocks: [one] });
const attachment = (one: unknown) => ({ attachments: [one] });
const rich = (...elements: unknown[]) => block({ type: "rich_text", elements });
const mrkdwn = (words: string) => ({ type: "mrkdwn", text: words });
const inSection = { type: "section", text: mrkdwn(text) };

describe("a room is found in", () => {
  test.each<[where: string, message: unknown]>([
    ["text", { text }],
    ["section", block(inSection)],
    ["section field", block({ type: "section", fields: [mrkdwn(text)] })],
    ["section field", block({ type: "section", fields: [mrkdwn("Room"), mrkdwn("live-1")] })],
    ["section field", block({ type: "section", fields: [mrkdwn("*Live room:*\nlive-1")] })],
    ["button", block({ type: "section", accessory: { type: "button", url } })],
    ["header", block({ type: "header", text: { type: "plain_text", text } })],
    ["context text", block({ type: "context", elements: [mrkdwn(text)] })],
    ["context", block({ type: "context", elements: [mrkdwn("*Room:*"), mrkdwn("live-1")] })],
    ["context image", block({ type: "context", elements: [{ type: "image", alt_text: text }] })],
    ["image", block({ type: "image", title: { type: "plain_text", text } })],
    ["markdown", block({ type: "markdown", text })],
    ["button", block({ type: "actions", elements: [{ type: "button", url }] })],
    ["button", block({ type: "actions", elements: [{ type: "button", value: text }] })],
    [
      "menu",
      block({ type: "actions", elements: [{ type: "static_select", options: [{ value: text }] }] }),
    ],
    ["video", block({ type: "video", title_url: url })],
    ["a_block_of_tomorrow", block({ type: "a_block_of_tomorrow", body: mrkdwn(text) })],
    ["table", block({ type: "table", rows: [[{ text: "Room" }, { text: "live-1" }]] })],
    ["rich text", rich({ type: "rich_text_section", elements: [{ type: "text", text }] })],
    ["rich text", rich({ type: "rich_text_quote", elements: [{ type: "link", url }] })],
    ["rich text", rich({ type: "rich_text_preformatted", elements: [{ type: "text", text }] })],
    ["attachment text", attachment({ text })],
    ["attachment pretext", attachment({ pretext: text })],
    ["attachment title", attachment({ title: text })],
    ["attachment title", attachment({ title_link: url })],
    ["attachment field", attachment({ fields: [{ title: "Room", value: "live-1" }] })],
    ["attachment field", attachment({ fields: [{ title: "RoomId", value: "live-1" }] })],
    ["attachment field", attachment({ fields: [{ title: "a", value: text }] })],
    ["attachment fallback", attachment({ fallback: text })],
    ["attachment footer", attachment({ footer: text })],
    ["attachment author", attachment({ author_name: text })],
    ["attachment section", attachment({ blocks: [inSection] })],
    ["attachment button", attachment({ actions: [{ type: "button", url }] })],
    ["attachment link", attachment({ from_url: url })],
    ["shared message text", attachment({ is_msg_unfurl: true, text })],
    ["shared message section", attachment({ message_blocks: [{ message: block(inSection) }] })],
    ["file title", { files: [{ title: `${text}.log` }] }],
    ["file name", { files: [{ name: `${text}.log` }] }],
    ["file title", attachment({ files: [{ title: text }] })],
  ])("%s", (where, message) => {
    expect(find(message)).toMatchObject([{ id: "live-1", where }]);
  });
});

const inField = (title: string, value: string) =>
  find(attachment({ fields: [{ title, value }] })).map(({ id, rank }) => `${id} ${rank}`);

describe("a field labelled as a room", () => {
  test.each<[string, string, ...string[]]>([
    ["Room", "live-1", "live-1 2"],
    ["room_id", "live-1", "live-1 1"],
    [":movie_camera: *Room ID:*", "`live-1`", "live-1 1"],
    ["labels.room_id", "live-1", "live-1 1"],
    ["Room", "8821", "8821 2"],
    ["Room", "Lobby", "Lobby 5"],
    ["Room", "live-1 (Mia's show)", "live-1 2"],
    ["Room", "<https://example.com/x|live-1>", "live-1 2"],
    ["Room ID", "<https://example.com/rooms/live-1|Open it>", "live-1 3"],
    ["Rooms", "live-1, live-2\nlive-3", "live-1 2", "live-2 2", "live-3 2"],
    ["Rooms", "12"],
    ["Room", "Friday Night"],
    ["Room ID", "unknown"],
    ["Room ID", "not known yet"],
    ["Room name", "live-1"],
    ["Meeting room", "B2-101"],
    ["Mushroom", "live-1"],
  ])("%j with %j", (title, value, ...expected) => {
    expect(inField(title, value)).toEqual(expected);
  });
});

describe("of a long message", () => {
  test("at most twenty rooms are given, the surest of all", () => {
    const many = Array.from({ length: 50 }, (_, index) => `room live-${index}`).join(" and ");
    const found = find({ text: `${many} room_id=sure` });
    expect(found).toHaveLength(mostRoomsFound);
    expect(found[0]).toMatchObject({ id: "sure" });
  });

  test("an ID is never cut in half", () => {
    for (let blanks = 11_900; blanks < 12_010; blanks += 1) {
      const found = find({ text: `${".".repeat(blanks)} room_id=live-8821-abcdef` });
      expect(["live-8821-abcdef", undefined]).toContain(found[0]?.id);
    }
  });

  test("what stands behind a long text is still looked at", () => {
    expect(find({ text: "x ".repeat(20_000), ...attachment({ text }) })).toHaveLength(1);
  });

  test("a room named twice stands where it is named most surely", () => {
    const message = {
      text: "room live-1",
      ...attachment({ fields: [{ title: "Room ID", value: "live-1" }] }),
    };
    expect(find(message)).toEqual([{ id: "live-1", where: "attachment field", rank: 1 }]);
  });
});
