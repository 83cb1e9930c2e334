import * as fc from "fast-check";
import { expect, test } from "vitest";
import { actionIds, buttonValue, readButtonValue } from "../../src/cards/actions.ts";
import { roomId } from "./arbitrary.ts";

test("a button brings back any room ID as it was", () => {
  fc.assert(
    fc.property(roomId, (id) => {
      expect(readButtonValue(buttonValue(id)).roomId).toBe(id);
    }),
  );
});

test("a button's value is within Slack's limit and has nothing that Slack would escape", () => {
  fc.assert(
    fc.property(roomId, (id) => {
      expect(buttonValue(id)).toMatch(/^[^&<>\s]{1,2000}$/);
    }),
  );
});

test("a value that is none of ours is no ID, and no error", () => {
  expect(readButtonValue(undefined).roomId).toBeUndefined();
  expect(readButtonValue("").roomId).toBeUndefined();
  expect(readButtonValue("%E0%A4%A").roomId).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(["string", "undefined"]).toContain(typeof readButtonValue(value).roomId);
    }),
  );
});

test("the ids of the buttons differ", () => {
  const ids = Object.values(actionIds);
  expect(new Set(ids).size).toBe(ids.length);
});
