import { expect, test } from "vitest";
import {
  durationWords,
  soFarWords,
  tickWords,
} from "../../../playground/page/control/timeline/duration.ts";

test.each([
  [0, "under 1 ms"],
  [0.4, "under 1 ms"],
  [0.6, "1 ms"],
  [84, "84 ms"],
  [1204.4, "1,204 ms"],
  [9999.4, "9,999 ms"],
  [9999.6, "10.0 s"],
  [12_345, "12.3 s"],
])("%d ms is %s", (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});

test("what still goes on is counted in tenths of a second", () => {
  expect(soFarWords(2345)).toBe("2.3 s");
  expect(soFarWords(-20)).toBe("0.0 s");
});

test("marks carry a unit on long scales alone", () => {
  expect(tickWords(2000, 4402)).toBe("2,000");
  expect(tickWords(5000, 12_000)).toBe("5 s");
});
