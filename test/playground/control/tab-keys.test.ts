import { expect, test } from "vitest";
import { tabAfterKey } from "../../../playground/page/control/tab-keys.ts";

test("arrows go round, Home and End to the ends", () => {
  expect(tabAfterKey("ArrowRight", 0, 5)).toBe(1);
  expect(tabAfterKey("ArrowRight", 4, 5)).toBe(0);
  expect(tabAfterKey("ArrowLeft", 0, 5)).toBe(4);
  expect(tabAfterKey("Home", 3, 5)).toBe(0);
  expect(tabAfterKey("End", 1, 5)).toBe(4);
  expect(tabAfterKey("a", 1, 5)).toBeUndefined();
});
