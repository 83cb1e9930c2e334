import { expect, test } from "vitest";
import { parseCommand } from "../../../src/slack/commands/parse.ts";
import { commandsFor } from "../../../src/slack/commands/table.ts";

test.each(["doctor", "Doctor", " doctor ", "\uff44octor"])("“%s” asks for the set-up", (typed) => {
  expect(parseCommand(typed, [])).toEqual({ kind: "doctor" });
});

test.each([
  ['"doctor"', "doctor"],
  ["doctor 1", "doctor 1"],
  ["doctor-1", "doctor-1"],
  ["doctors", "doctors"],
])("%s is a room", (typed, id) => {
  expect(parseCommand(typed, [])).toEqual({ kind: "look-up", id, share: false });
});

test("help lists it, also where nothing is kept", () => {
  const usages = commandsFor(false).map(({ usage }) => usage);
  expect(usages).toContain("/room doctor");
  expect(usages).not.toContain("/room audit live-8821");
});
