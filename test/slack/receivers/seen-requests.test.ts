import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSeenRequests } from "../../../src/slack/receivers/seen-requests.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a signature comes for the first time once, for as long as its request could be taken", () => {
  const { begins } = createSeenRequests(10, 600_000);
  expect([begins("v0=a"), begins("v0=b"), begins("v0=a")]).toEqual([true, true, false]);
  vi.advanceTimersByTime(400_000);
  expect(begins("v0=late")).toBe(true);
  vi.advanceTimersByTime(599_000);
  expect([begins("v0=late"), begins("v0=a")]).toEqual([false, false]);
  // What comes again does not count from anew: its request gets older all the same.
  vi.advanceTimersByTime(202_000);
  expect([begins("v0=a"), begins("v0=b")]).toEqual([true, true]);
});

test("nothing is kept for more than twice its time, though nothing else comes", () => {
  const seen = createSeenRequests(10, 600_000);
  for (const signature of ["v0=a", "v0=b", "v0=c"]) seen.begins(signature);
  expect(seen.size).toBe(3);
  vi.advanceTimersByTime(1_200_000);
  expect(seen.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("the oldest are forgotten where there are too many", () => {
  const seen = createSeenRequests(2, 600_000);
  for (const signature of ["v0=a", "v0=b", "v0=c", "v0=d", "v0=e"]) seen.begins(signature);
  expect(seen.size).toBe(3);
  expect(["v0=e", "v0=d", "v0=c", "v0=a"].map((one) => seen.begins(one))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(seen.size).toBeLessThanOrEqual(4);
});
