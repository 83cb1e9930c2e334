import { expect, test } from "vitest";
import { createShownLinks } from "../../src/slack/shown-links.ts";

test("a link is shown once in each channel, until the quiet time has passed", () => {
  let now = 0;
  const { begins } = createShownLinks(1_000, 10, () => now);
  expect([begins("C1", "a"), begins("C1", "a"), begins("C1", "b")]).toEqual([true, false, true]);
  expect(begins("C2", "a")).toBe(true);
  now = 999;
  expect(begins("C1", "a")).toBe(false);
  now = 1_000;
  expect(begins("C1", "a")).toBe(true);
});

test("a claim that is given back may be made again at once", () => {
  const { begins, forget } = createShownLinks(1_000, 10, () => 0);
  begins("C1", "a");
  forget("C1", "a");
  expect(begins("C1", "a")).toBe(true);
});

test("no more links are remembered than allowed", () => {
  const { begins } = createShownLinks(1_000, 2, () => 0);
  for (const url of ["a", "b", "c"]) begins("C1", url);
  expect(begins("C1", "c")).toBe(false);
  expect(begins("C1", "a")).toBe(true);
});
