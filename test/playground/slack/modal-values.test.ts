import { describe, expect, test } from "vitest";
import {
  carriedOver,
  inputsIn,
  sameInputs,
} from "../../../playground/page/slack/pure/modal-values.ts";

test("the inputs of a modal are its input blocks", () => {
  expect(
    inputsIn([
      { type: "section", accessory: { action_id: "button" } },
      { type: "input", element: { type: "plain_text_input", action_id: "room" } },
      { type: "input", element: {} },
      { type: "input" },
    ]),
  ).toEqual(["room"]);
});

describe("when the app changes a modal", () => {
  const before = { ids: ["room", "note"], initial: { note: "none" } };
  const typed = { room: "live-1", note: "mine" };

  test("what was typed stays where its input stays", () => {
    expect(carriedOver(before, typed, before)).toEqual(typed);
  });

  test("an input with a new beginning begins anew", () => {
    const after = { ids: ["room", "note"], initial: { note: "other" } };
    expect(carriedOver(before, typed, after)).toEqual({ room: "live-1", note: "other" });
  });

  test("inputs that are gone take their values with them, and new ones have their own", () => {
    const after = { ids: ["choice"], initial: { choice: "a" } };
    expect(carriedOver(before, typed, after)).toEqual({ choice: "a" });
  });
});

test("inputs are the same by what they are and begin with", () => {
  const inputs = { ids: ["room"], initial: {} };
  expect(sameInputs(inputs, { ids: ["room"], initial: {} })).toBe(true);
  expect(sameInputs(inputs, { ids: ["room"], initial: { room: "x" } })).toBe(false);
});
