import { describe, expect, test } from "vitest";
import type { MessageRow } from "../../../playground/protocol/rows.ts";
import { freshMarks, readAt } from "../../../playground/page/slack/pure/read-marks.ts";
import { unreadThings } from "../../../playground/page/slack/pure/unread.ts";
import { ada, ben, bot, channel, message, table, ts } from "./rows.ts";

const channels = new Map(
  [channel("C1"), channel("C2"), channel("D1", { kind: "dm" }), channel("D2", { kind: "app" })].map(
    (row) => [row.id, row],
  ),
);
const old = message(ts(0), { author: ben });
const marks = freshMarks(table(old));

function unread(...rows: readonly MessageRow[]) {
  const things = unreadThings(table(old, ...rows), { viewer: ada.id, marks, channels });
  return { channels: Object.fromEntries(things.channels), threads: [...things.threads] };
}

describe("unread", () => {
  test("is nothing that was there at first, and nothing of one's own", () => {
    expect(unread(message(ts(1)))).toEqual({ channels: {}, threads: [] });
  });

  test("is a channel with a new message; none is counted", () => {
    expect(unread(message(ts(1), { author: ben })).channels).toEqual({ C1: { count: 0 } });
  });

  test.each([
    ["a mention", { text: "<@UADA> look" }],
    ["a mention with a label", { text: "<@UADA|ada> look" }],
    ["a mention of everybody", { text: "<!here> look" }],
    ["an answer for one alone", { isEphemeral: true }],
    ["a direct message", { channel: "D1" }],
    ["a message of the bot's", { channel: "D2", author: bot }],
  ])("counts %s", (_, more) => {
    const row = message(ts(1), { author: ben, ...more });
    expect(unread(row).channels).toEqual({ [row.channel]: { count: 1 } });
  });

  test("does not take somebody else's mention, nor one that was written out", () => {
    const text = "<@UBEN> &lt;@UADA&gt; look";
    expect(unread(message(ts(1), { author: ben, text })).channels).toEqual({ C1: { count: 0 } });
  });

  test("counts replies in threads that one wrote in", () => {
    const first = message(ts(1));
    const reply = message(ts(2), { threadTs: ts(1), author: bot });
    expect(unread(first, reply)).toEqual({
      channels: { C1: { count: 1 } },
      threads: [`C1 ${ts(1)}`],
    });
  });

  test("gives the open channel no badge: the button of the thread shows it", () => {
    const first = message(ts(1));
    const reply = message(ts(2), { threadTs: ts(1), author: bot });
    const elsewhere = message(ts(3), { channel: "C2", author: ben });
    const reader = { viewer: ada.id, marks, channels };
    const rows = table(old, first, reply, elsewhere);
    const { channels: marked, threads } = unreadThings(rows, { ...reader, open: "C1" });
    expect([...marked.keys()]).toEqual(["C2"]);
    expect([...threads]).toEqual([`C1 ${ts(1)}`]);
  });

  test("marks other threads, and leaves their channel be", () => {
    const reply = message(ts(2), { threadTs: ts(0), author: bot });
    expect(unread(reply)).toEqual({ channels: {}, threads: [`C1 ${ts(0)}`] });
  });
});

describe("what was seen is read", () => {
  const first = message(ts(1));
  const reply = message(ts(2), { threadTs: ts(1), author: bot });
  const broadcast = message(ts(3), { threadTs: ts(1), author: ben, isBroadcast: true });
  const elsewhere = message(ts(4), { channel: "C2", author: ben });
  const all = table(old, first, reply, broadcast, elsewhere);
  const after = (...places: readonly { channel: string; thread?: string }[]) => {
    let read = marks;
    for (const place of places) read = readAt(read, place, all);
    return unreadThings(all, { viewer: ada.id, marks: read, channels });
  };

  test("in a channel: not in its threads, but a reply that was sent to both", () => {
    expect(Object.fromEntries(after({ channel: "C1" }).channels)).toEqual({
      C1: { count: 1 },
      C2: { count: 0 },
    });
  });

  test("in a thread", () => {
    const { channels: left, threads } = after({ channel: "C1", thread: ts(1) });
    expect([...left.keys()]).toEqual(["C2"]);
    expect([...threads]).toEqual([]);
  });

  test("in all of them", () => {
    expect(after({ channel: "C1", thread: ts(1) }, { channel: "C2" }).channels.size).toBe(0);
  });

  test("and nothing changes where nothing is new", () => {
    const read = readAt(marks, { channel: "C1", thread: ts(1) }, all);
    expect(readAt(read, { channel: "C1", thread: ts(1) }, all)).toBe(read);
    expect(readAt(read, { channel: "home" }, all)).toBe(read);
  });
});
