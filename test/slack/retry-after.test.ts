import { expect, test } from "vitest";
import { longestRetryAfterMs, retryAfterMs } from "../../src/slack/retry-after.ts";

test.each<[unknown, number | undefined]>([
  ["30", 30_000],
  [" 30 ", 30_000],
  [30, 30_000],
  ["0.5", 500],
  ["3600", longestRetryAfterMs],
  // Written into the store as it was, this was more than a column takes.
  ["99999999999999999999", longestRetryAfterMs],
  [1e300, longestRetryAfterMs],
  ["0", undefined],
  ["-5", undefined],
  [-5, undefined],
  [Number.NaN, undefined],
  ["Infinity", undefined],
  ["0x10", undefined],
  ["soon", undefined],
  ["Wed, 21 Oct 2026 07:28:00 GMT", undefined],
  ["", undefined],
  [undefined, undefined],
  [["1", "2"], undefined],
])("%j is a wait of %s ms", (told, wait) => {
  expect(retryAfterMs(told)).toBe(wait);
});
