import { expect, test } from "vitest";
import { momentOf } from "../../src/cli/since.ts";

const now = Date.parse("2026-11-25T12:00Z");

test.each([
  ["24h", "2026-11-24T12:00Z"],
  ["7d", "2026-11-18T12:00Z"],
  ["0d", "2026-11-25T12:00Z"],
  ["2026-11-01", "2026-11-01T00:00Z"],
  ["2026-11-01T08:30", "2026-11-01T08:30Z"],
  ["2026-11-01T08:30:15Z", "2026-11-01T08:30:15Z"],
  ["2026-11-01T08:30+08:00", "2026-11-01T00:30Z"],
])("%s is %s", (text, moment) => {
  expect(momentOf(text, now)).toBe(Date.parse(moment));
});

test.each([
  "",
  "7",
  "7w",
  "-1d",
  "yesterday",
  "2026-13-01",
  "2026-06-31",
  "2026-1-1",
  "01.11.2026",
])("%j is no moment", (text) => {
  expect(momentOf(text, now)).toBeUndefined();
});
