import { describe, expect, test } from "vitest";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { findRooms } from "../../../src/slack/find-rooms/find-rooms.ts";
import { fastest } from "../../support/fastest.ts";

const size = 100_000;
const repeated = (piece: string) => piece.repeat(Math.ceil(size / piece.length));
const listOf = <T>(item: T, bytes = JSON.stringify(item).length) =>
  Array.from({ length: Math.ceil(size / bytes) }, () => item);

const alike = [
  ..."a 0-_\"'`<>&|/\\%*~:=#[]({.\n•é\u0435\u200b\ud83d房",
  "room",
  "rooms ",
  "room ",
  "room: ",
  "room=",
  "room id is ",
  "room_id=",
  'room_id="',
  'room_id=\\"',
  "room #`",
  "rooms: a-1, ",
  "rooms: a-1\n• ",
  "room id number named called ",
  "live rtc trtc str ",
  "live_",
  "a-",
  "-a",
  "room a-a-",
  "room: *_~`",
  "meeting room ",
  "<https://",
  "<https://a|",
  "<@U1|",
  "https://",
  "https://a/rooms/",
  "https://a/?room=1 ",
  "/live",
  "?room=",
  "&a=https%3A%2F%2Fb%3Froom%3D1",
  "%7Broom%3D%22",
  "&amp;",
  "&lt;https://a&gt;",
  "```",
  "\\u0026",
  "直播间ID：",
];

const nest = (depth: number): unknown =>
  depth === 0 ? { type: "text", text: "room_id=a" } : { elements: [nest(depth - 1)] };

const shapes: [string, unknown][] = [
  ...alike.map((piece): [string, unknown] => [JSON.stringify(piece), { text: repeated(piece) }]),
  ...["room_id=", "rooms: ", "room ", "https://a/?", "https://a/", "<https://a|", "room `"].flatMap(
    (head) =>
      ["a", "-", "a-", " ", "&", "_", "\\"].map((piece): [string, unknown] => [
        `${JSON.stringify(head)} and ${JSON.stringify(piece)}`,
        { text: head + repeated(piece) },
      ]),
  ),
  ["attachments", { attachments: listOf({ title: "Room", fields: [{ title: "a", value: "b" }] }) }],
  ["fields", { attachments: [{ fields: listOf({ title: "Room", value: "a-1,b-2,c-3" }) }] }],
  ["labels", { attachments: [{ fields: [{ title: repeated("room "), value: "a" }] }] }],
  ["section fields", { blocks: [{ type: "section", fields: listOf({ text: "*Room*" }) }] }],
  ["sections", { blocks: listOf({ type: "section", text: { text: "room: a-1" } }) }],
  ["buttons", { blocks: [{ type: "actions", elements: listOf({ url: "https://a/?room=a" }) }] }],
  ["styles", richText(listOf({ type: "text", text: "r", style: { code: true } }))],
  ["rich links", richText(listOf({ type: "link", url: "https://a/rooms/1" }))],
  ["rows", { blocks: [{ type: "table", rows: listOf([{ text: "Room" }, { text: "a-1" }]) }] }],
  [
    "columns",
    { blocks: [{ type: "table", rows: [listOf({ text: "Room" }), listOf({ text: "a" })] }] },
  ],
  ["depth", { blocks: [nest(2_000)] }],
  ["rich depth", { blocks: [{ type: "rich_text", elements: [nest(2_000)] }] }],
  ["empty blocks", { blocks: listOf({}) }],
  ["files", { files: listOf({ title: "room a-1.log", name: ".".repeat(50) }) }],
];

function richText(elements: readonly unknown[]): unknown {
  return { blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }] };
}

const own = { name: "own", pattern: /\b(MX\d{4})\b/ };

describe.each([
  ["with the usual patterns", defaultRoomPatterns],
  ["with one of the operator's own", [own, ...defaultRoomPatterns]],
])("100 KB are read within 50 ms %s: of", (_, patterns) => {
  test.each(shapes)("%s", (__, message) => {
    expect(fastest(50, () => findRooms(message, patterns))).toBeLessThan(50);
  });
});
