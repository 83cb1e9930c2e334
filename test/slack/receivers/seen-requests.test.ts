import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSeenRequests } from "../../../src/slack/receivers/seen-requests.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // The cache takes a clock at 0 for no clock at all.
  vi.advanceTimersByTime(1_000);
});
afterEach(() => {
  vi.useRealTimers();
});

test("a signature comes for the first time once, until its time is over", () => {
  const { begins } = createSeenRequests(10, 600_000);
  expect([begins("v0=a"), begins("v0=b"), begins("v0=a")]).toEqual([true, true, false]);
  // What comes again does not count from anew: its request gets older all the same.
  vi.advanceTimersByTime(599_000);
  expect(begins("v0=a")).toBe(false);
  vi.advanceTimersByTime(2_000);
  expect(begins("v0=a")).toBe(true);
});

test("nothing is kept beyond its time, though nothing else comes", () => {
  const seen = createSeenRequests(10, 600_000);
  for (const signature of ["v0=a", "v0=b", "v0=c"]) seen.begins(signature);
  expect(seen.size).toBe(3);
  vi.advanceTimersByTime(601_000);
  expect(seen.size).toBe(0);
});

test("the oldest are forgotten where there are too many", () => {
  const { begins } = createSeenRequests(2, 600_000);
  for (const signature of ["v0=a", "v0=b", "v0=c"]) begins(signature);
  expect([begins("v0=c"), begins("v0=b"), begins("v0=a")]).toEqual([false, false, true]);
});
