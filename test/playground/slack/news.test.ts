import { describe, expect, test } from "vitest";
import { isBots, newsInWords, newsSince } from "../../../playground/page/slack/pure/news.ts";
import { ada, ben, bot, channel, message, scene, table, ts } from "./rows.ts";

const old = message(ts(0), { author: ben });
const inChannel = message(ts(1), { author: ben });
const inThread = message(ts(2), { author: bot, threadTs: ts(0) });
const elsewhere = message(ts(3), { author: bot, channel: "C2" });
const own = message(ts(4));
const after = table(old, inChannel, inThread, elsewhere, own);

test("what is new is shown here or not; one's own is no news", () => {
  const before = table(old);
  expect(newsSince(before, after, { channel: "C1" }, ada.id)).toEqual({
    here: [inChannel],
    elsewhere: [inThread, elsewhere],
  });
  expect(newsSince(before, after, { channel: "C1", thread: ts(0) }, ada.id).elsewhere).toEqual([
    elsewhere,
  ]);
  expect(newsSince(after, after, { channel: "C1" }, ada.id)).toEqual({ here: [], elsewhere: [] });
});

test("a message that changed is no news", () => {
  const edited = table({ ...old, isEdited: true });
  expect(newsSince(table(old), edited, { channel: "home" }, ada.id).elsewhere).toEqual([]);
});

test.each([
  [bot, true],
  [{ id: "UBOT", name: "Renamed", kind: "app" } as const, true],
  [{ id: "B2", name: "Grafana", kind: "app" } as const, false],
  [ben, false],
])("the bot is known under its user's ID and under its name: %o", (author, expected) => {
  expect(isBots(message(ts(0), { author }), scene)).toBe(expected);
});

describe("in words", () => {
  const alerts = channel("C1", { name: "live-alerts" });
  test.each([
    [{ threadTs: ts(-1) }, alerts, "Greenroom replied in a thread in #live-alerts"],
    [{}, alerts, "Greenroom posted in #live-alerts"],
    [{ isEphemeral: true }, alerts, "Greenroom answered you in #live-alerts"],
    [
      { isEphemeral: true, threadTs: ts(-1) },
      alerts,
      "Greenroom answered you in a thread in #live-alerts",
    ],
    [{}, channel("D1", { kind: "app" }), "Greenroom sent you a message"],
    [
      { isEphemeral: true },
      channel("D2", { kind: "dm", name: "Ben" }),
      "Greenroom answered you in your messages with Ben",
    ],
  ])("%o", (more, where, words) => {
    expect(newsInWords(message(ts(0), { author: bot, ...more }), where)).toBe(words);
  });
});
