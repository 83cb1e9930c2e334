import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRoomId } from "../../../src/room/room-id.ts";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { findRooms, mostRoomsFound } from "../../../src/slack/find-rooms/find-rooms.ts";
import { anyMessage, text } from "./arbitrary.ts";

const own = { name: "own", pattern: /\b(MX.{0,60})/ };
const find = (message: unknown) => findRooms(message, [own, ...defaultRoomPatterns]);

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
