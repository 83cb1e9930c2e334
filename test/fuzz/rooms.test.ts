import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultRoomPatterns } from "../../src/slack/commands/room-links.ts";
import { findRooms, mostRoomsFound } from "../../src/slack/find-rooms/find-rooms.ts";
import { anyMessage, text } from "../slack/find-rooms/arbitrary.ts";
import { findings, withinMs } from "./fuzz.ts";

function entities(of: string): string {
  return of.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

/** What keyboards and phones make of plain characters, undone. */
function plain(of: string): string {
  return of
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, " ")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/(^| )[\u2013\u2014](?=[a-z])/gim, "$1--");
}

function percent(of: string): string {
  return of.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function backslash(of: string): string {
  return of.replace(/\\(["\\/])/g, "$1");
}

/** What stands in a text, read in every way that Slack, JSON and links write things down. */
function readings(written: string): string[] {
  const once = [written, entities(written), entities(entities(written))];
  const twice = [...once, ...once.map(plain)];
  const thrice = [...twice, ...twice.map(percent), ...twice.map(backslash)];
  return [...thrice, ...thrice.map(percent), ...thrice.map(entities)];
}

const limitMs = 50;

test("rooms: of any message, within 50 ms, valid IDs alone, each once and not too many", async () => {
  const property = fc.property(fc.oneof(anyMessage, fc.anything()), (message) => {
    const found = withinMs(limitMs, () => findRooms(message, defaultRoomPatterns));
    if (found.length > mostRoomsFound) throw new Error("too many");
    if (new Set(found.map(({ id }) => id)).size < found.length) throw new Error("one twice");
    for (const { id } of found) {
      if (!/^[\x20-\x7e]{1,48}$/.test(id)) throw new Error(`no room ID: ${JSON.stringify(id)}`);
    }
  });
  expect(await findings(property, { short: 2_000 })).toBe("");
});

test("rooms: of any text, only what stands in it", async () => {
  const property = fc.property(text, (written) => {
    const found = withinMs(limitMs, () => findRooms({ text: written }, defaultRoomPatterns));
    if (found.length === 0) return;
    const all = readings(written);
    for (const { id } of found) {
      if (!all.some((reading) => reading.includes(id)))
        throw new Error(`made up: ${JSON.stringify(id)}`);
    }
  });
  expect(await findings(property, { short: 2_000 })).toBe("");
});
