import { describe, expect, test } from "vitest";
import { parseCommand } from "../../../src/slack/commands/parse.ts";

const parse = (typed: string) => parseCommand(typed, []);

describe("a question about a code", () => {
  test.each([
    ["error 60010", 60010],
    ["Error 60010", 60010],
    ["ERROR   60010  ", 60010],
    ["error #60010", 60010],
    ["error 60010.", 60010],
    ["error #60010.", 60010],
    ["error code 60010", 60010],
    ["error `60010`", 60010],
    ['error "60010"', 60010],
    ["error “60010”", 60010],
    ["error ６００１０", 60010],
    ["ｅｒｒｏｒ ６００１０", 60010],
    ["code 60010", 60010],
    ["error -3301", -3301],
    ["error −3301", -3301],
    ["error －３３０１", -3301],
    ["error –3301", -3301],
    ["error 3301", 3301],
    ["error 0", 0],
    ["error 999999999", 999999999],
  ])("%s", (typed, code) => {
    expect(parse(typed)).toEqual({ kind: "explain", code });
  });

  test.each([
    "error",
    "error ",
    "error 60010 60011",
    "error sixty",
    "error code",
    "error 6001O",
    "error 60010.5",
    "error --60010",
    "error 12345678901234567890",
  ])("%j has no number to explain, so one is asked for", (typed) => {
    expect(parse(typed)).toEqual({
      kind: "refused",
      notice: {
        title: "Which error code?",
        body: expect.stringContaining("one number") as unknown,
        suggestion: "/room error 60010",
      },
    });
  });

  test("needs the word: a number alone is a room's ID", () => {
    expect(parse("60010")).toEqual({ kind: "look-up", id: "60010", share: false });
  });

  test.each(["code", "code red", "code-60010", "codec 1"])(
    "%s is a room, since there is no number behind the word",
    (id) => {
      expect(parse(id)).toEqual({ kind: "look-up", id, share: false });
    },
  );
});
