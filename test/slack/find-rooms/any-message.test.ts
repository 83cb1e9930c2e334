import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRoomId } from "../../../src/room/room-id.ts";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { findRooms, mostRoomsFound } from "../../../src/slack/find-rooms/find-rooms.ts";
import { hostileText } from "../../cards/arbitrary.ts";

const own = { name: "own", pattern: /\b(MX.{0,60})/ };
const find = (message: unknown) => findRooms(message, [own, ...defaultRoomPatterns]);

const pieces = [
  ..."\"'`<>&|#=:*_~{}[](),.\n\\ 1a-•：",
  "room",
  "rooms",
  "Room ID",
  "room_id",
  "live-1",
  "8821",
  "null",
  " and ",
  '\\"',
  "&amp;",
  "<https://example.com/rooms/",
  "https://example.com/?var-room=",
  "%20",
  "<@U1>",
  "é",
  "\ud83d",
  "MX",
];
const text = fc.oneof(
  hostileText,
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((list) => list.join("")),
);

const keys = [
  ..."text,blocks,attachments,elements,fields,type,title,title_link,value,url,rows,accessory".split(
    ",",
  ),
  ..."pretext,footer,fallback,from_url,message_blocks,message,actions,files,name,options".split(
    ",",
  ),
  ..."style,code,label,alt_text,author_name,is_msg_unfurl".split(","),
];
const types = [
  ..."section,context,header,table,markdown,actions,image,rich_text,rich_text_section".split(","),
  ..."rich_text_list,rich_text_quote,rich_text_preformatted,text,link,button,mrkdwn".split(","),
];

/** Trees of the keys that mean something, with anything in the wrong place. */
const { tree: anyMessage } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(text, fc.constantFrom<unknown>(...types, null, undefined, 1, Number.NaN, true, 10n)),
    fc.array(tie("tree"), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 6 }),
  ),
}));

describe("any value", () => {
  test("gives valid IDs alone, each once, ranked, and not too many", () => {
    fc.assert(
      fc.property(fc.oneof(anyMessage, fc.anything(), fc.record({ text })), (message) => {
        const found = find(message);
        expect(found.length).toBeLessThanOrEqual(mostRoomsFound);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(found.map(({ rank }) => rank)).toEqual(
          found.map(({ rank }) => rank).toSorted((a, b) => a - b),
        );
        for (const { id, where } of found) {
          expect(readRoomId(id)).toEqual({ ok: true, id });
          expect(where).not.toBe("");
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a function", () => "room_id=live-1"],
    ["a symbol", Symbol("room")],
    ["a getter that throws", Object.defineProperty({}, "text", { get: () => JSON.parse("{") })],
    ["a proxy that was revoked", revoked()],
    ["a list that is a revoked proxy", { blocks: revoked(), attachments: revoked() }],
    ["a list without end", { blocks: Object.assign([], { length: 2 ** 32 - 1 }) }],
    ["a message inside of itself", selfContained()],
  ])("%s is taken", (_, message) => {
    expect(find(message)).toEqual([]);
  });

  test("leaves the message as it was", () => {
    const message = { text: "room_id=live-1", blocks: [{ type: "section", fields: ["a", "b"] }] };
    const before = structuredClone(message);
    find(message);
    expect(message).toEqual(before);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

function selfContained(): unknown {
  const message: Record<string, unknown> = { type: "section" };
  message["attachments"] = [message];
  message["blocks"] = [message];
  message["elements"] = [message, message];
  return message;
}

describe("an ID in quotes behind its key", () => {
  /** All that an ID may hold by Tencent's UI kit. Source: document 63404. */
  const allowed = [..."aZ09 !#$%&()+-:;<=.>?@[]^_{}|~,"];
  const id = fc
    .string({ unit: fc.constantFrom(...allowed), maxLength: 30 })
    .map((inside) => `live-8${inside}1`);

  test("is found, whatever it holds, in text as Slack escapes it", () => {
    fc.assert(
      fc.property(id, fc.constantFrom('"', "`", "'"), (room, quote) => {
        const escaped = room.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        const found = find({ text: `level=error room_id=${quote}${escaped}${quote} code=1` });
        expect(found.map((one) => one.id)).toContain(room);
      }),
      { numRuns: 1_000 },
    );
  });

  test("is found in a link's query", () => {
    fc.assert(
      fc.property(id, (room) => {
        const url = `https://example.com/x?a=b&room_id=${encodeURIComponent(room)}&c=d`;
        expect(find({ text: `<${url.replaceAll("&", "&amp;")}|x>` })[0]?.id).toBe(room);
      }),
      { numRuns: 1_000 },
    );
  });
});
