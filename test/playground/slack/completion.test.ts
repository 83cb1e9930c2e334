import { describe, expect, test } from "vitest";
import {
  completed,
  completionAt,
  isTypedInFull,
  type Known,
} from "../../../playground/page/slack/pure/completion.ts";
import { channel, scene, user } from "./rows.ts";

const known: Known = {
  commands: scene.commands,
  users: [
    user("ada", "Ada Asker"),
    user("ben", "Ben Colleague"),
    user("greenroom", "Greenroom", "app"),
    user("slackbot", "Slackbot", "slackbot"),
  ],
  channels: [
    channel("SUPPORT"),
    channel("BOARD", { kind: "private" }),
    channel("SUE", { kind: "dm" }),
  ],
};

/** What is offered where the caret stands at the bar. */
function offered(textWithCaret: string, more: Partial<Known> = {}): readonly string[] {
  const caret = textWithCaret.indexOf("|");
  const completion = completionAt(textWithCaret.replace("|", ""), caret, { ...known, ...more });
  return completion?.choices.map(({ insert }) => insert) ?? [];
}

describe("commands are offered", () => {
  test.each([
    ["/|", ["/room"]],
    ["/RO|", ["/room"]],
    ["/room|", ["/room"]],
    ["/room |", []],
    ["/foo|", []],
    [" /|", []],
    ["see /|", []],
  ])("at %s: %o", (text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  test("but not in threads", () => {
    expect(offered("/|", { commands: [] })).toEqual([]);
  });
});

describe("names are offered", () => {
  test.each([
    ["@|", ["@ada", "@ben", "@greenroom"]],
    ["@gre|", ["@greenroom"]],
    ["@COLL|", ["@ben"]],
    ["ask (@a| now", ["@ada"]],
    ["mail@a|", []],
    ["@ada |", []],
    ["#s|", ["#support"]],
    ["see #|", ["#support", "#board"]],
    ["#sue|", []],
    ["ada|", []],
  ])("at %s: %o", (text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  test("eight at most", () => {
    const users = Array.from({ length: 20 }, (_, n) => user(`ada${n}`, `Ada ${n}`));
    expect(offered("@ada|", { users })).toHaveLength(8);
  });
});

describe("a choice takes the place of the word", () => {
  test.each([
    ["@gr|", "@greenroom |"],
    ["ask @gr| please", "ask @greenroom| please"],
    ["/r|", "/room |"],
  ])("%s becomes %s", (before, after) => {
    const [caret, text] = [before.indexOf("|"), before.replace("|", "")];
    const completion = completionAt(text, caret, known);
    const [choice] = completion?.choices ?? [];
    if (completion === undefined || choice === undefined) throw new Error("nothing is offered");
    const { text: next } = completed(text, completion, choice);
    expect(next).toBe(after.replace("|", ""));
  });

  test("and the caret stands behind the blank that follows", () => {
    const completion = completionAt("ask @gr please", 7, known);
    const [choice] = completion?.choices ?? [];
    if (completion === undefined || choice === undefined) throw new Error("nothing is offered");
    expect(completed("ask @gr please", completion, choice).caret).toBe("ask @greenroom ".length);
  });
});

test("a word that is typed in full needs no choice", () => {
  for (const [text, isDone] of [
    ["/room", true],
    ["/Room", true],
    ["/roo", false],
  ] as const) {
    const completion = completionAt(text, text.length, known);
    const [choice] = completion?.choices ?? [];
    if (completion === undefined || choice === undefined) throw new Error("nothing is offered");
    expect(isTypedInFull(text, completion, choice)).toBe(isDone);
  }
});
