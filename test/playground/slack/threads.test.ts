import { describe, expect, test } from "vitest";
import {
  messagesIn,
  repliesInWords,
  repliesTo,
  threadSummaries,
} from "../../../playground/page/slack/pure/threads.ts";
import { ada, ben, bot, message, table, ts } from "./rows.ts";

const first = message(ts(0), { threadTs: ts(0) });
const reply = message(ts(2), { threadTs: ts(0), author: bot });
const broadcast = message(ts(3), { threadTs: ts(0), author: ben, isBroadcast: true });
const answer = message(ts(4), { threadTs: ts(0), author: bot, isEphemeral: true });
const later = message(ts(1));
const other = message(ts(1, 1), { channel: "C2" });
const all = table(answer, other, broadcast, later, reply, first);

test("a channel lists its first messages, and replies that were sent to it too", () => {
  expect(messagesIn(all, "C1")).toEqual([first, later, broadcast]);
  expect(messagesIn(all, "C2")).toEqual([other]);
  expect(messagesIn(all, "C3")).toEqual([]);
});

test("a thread lists its replies, without what it hangs on", () => {
  expect(repliesTo(all, "C1", ts(0))).toEqual([reply, broadcast, answer]);
  expect(repliesTo(all, "C2", ts(0))).toEqual([]);
});

describe("a thread in short", () => {
  test("counts what everybody sees", () => {
    expect([...threadSummaries(all)]).toEqual([
      [`C1 ${ts(0)}`, { count: 2, lastTs: ts(4), authors: [bot, ben] }],
    ]);
  });

  test("names three authors, each once", () => {
    const authors = [ada, ben, ada, bot, { ...ben, id: "UCAL", name: "Cal" }];
    const replies = authors.map((author, n) => message(ts(n), { threadTs: ts(-1), author }));
    const summary = threadSummaries(table(...replies)).get(`C1 ${ts(-1)}`);
    expect(summary).toMatchObject({ count: 5, authors: [ada, ben, bot] });
  });

  test("of an answer for one person alone leads there all the same", () => {
    expect(threadSummaries(table(answer)).get(`C1 ${ts(0)}`)).toMatchObject({ count: 0 });
  });
});

test("the number of replies, in words", () => {
  expect([1, 2].map(repliesInWords)).toEqual(["1 reply", "2 replies"]);
});
