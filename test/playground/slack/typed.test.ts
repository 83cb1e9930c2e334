import { describe, expect, test } from "vitest";
import {
  readTyped,
  refusalOf,
  usageOf,
  type Typed,
} from "../../../playground/page/slack/pure/typed.ts";
import { scene } from "./rows.ts";

const { commands } = scene;

describe("what was typed", () => {
  test.each<[string, Typed]>([
    ["", { kind: "nothing" }],
    [" \n ", { kind: "nothing" }],
    [" hello\n", { kind: "message", text: "hello" }],
    ["/room", { kind: "command", command: "/room", text: "" }],
    ["/room ", { kind: "command", command: "/room", text: "" }],
    ["/room live-1 --share ", { kind: "command", command: "/room", text: "live-1 --share" }],
    ["/ROOM a\nb", { kind: "command", command: "/room", text: "a\nb" }],
    ["/room  two  blanks", { kind: "command", command: "/room", text: "two  blanks" }],
    ["/roomy", { kind: "unknown-command", command: "/roomy" }],
    ["/etc/hosts is a file", { kind: "unknown-command", command: "/etc/hosts" }],
    [" /room x", { kind: "message", text: "/room x" }],
    ["/", { kind: "message", text: "/" }],
    ["/ room", { kind: "message", text: "/ room" }],
    ["see /room", { kind: "message", text: "see /room" }],
  ])("%j", (text, expected) => {
    expect(readTyped(text, commands, false)).toEqual(expected);
  });

  test("in a thread is never a command", () => {
    expect(readTyped("/room x", commands, true)).toEqual({
      kind: "command-in-thread",
      command: "/room",
    });
    expect(readTyped("/foo", commands, true)).toEqual({ kind: "unknown-command", command: "/foo" });
    expect(readTyped("hello", commands, true)).toEqual({ kind: "message", text: "hello" });
  });
});

function refusal(text: string, isInThread: boolean): string | undefined {
  return refusalOf(readTyped(text, commands, isInThread), "Greenroom");
}

test("what is not sent is told of", () => {
  expect(refusal("/foo x", false)).toBe(
    "/foo is not a valid command. In Slack, start with a space to send it as a message.",
  );
  expect(refusal("/room x", true)).toBe(
    "/room can't be used in threads. Try it in the channel, or mention @Greenroom here.",
  );
  expect(refusal("/room x", false)).toBeUndefined();
  expect(refusal("hello", true)).toBeUndefined();
});

test("a command shows how it is used", () => {
  expect(usageOf(readTyped("/room x", commands, false), commands)).toBe("/room <room ID> | help");
  expect(usageOf(readTyped("hello", commands, false), commands)).toBeUndefined();
});
