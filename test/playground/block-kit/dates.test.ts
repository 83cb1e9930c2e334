import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate } from "../../../playground/page/block-kit/dates.ts";

/** The example of Slack's documents: Tuesday, 18 February 2014, 6:39:42 in California. */
const EXAMPLE = 1392734382;
const LATER = Date.UTC(2026, 10, 22, 22, 53);
const locale = "en-US";

describe("Slack's own example", () => {
  test.each([
    ["{date_num}", "2014-02-18"],
    ["{date_slash}", "02/18/2014"],
    ["{date}", "February 18th, 2014"],
    ["{date_short}", "Feb 18, 2014"],
    ["{date_long}", "Tuesday, February 18th, 2014"],
    ["{date_long_full}", "February 18, 2014"],
    ["{date_pretty}", "February 18th, 2014"],
    ["{date_short_pretty}", "Feb 18, 2014"],
    ["{date_long_pretty}", "Tuesday, February 18th, 2014"],
    ["{day_divider_pretty}", "Tuesday, February 18th, 2014"],
    ["{time}", "6:39 AM"],
    ["{time_secs}", "6:39:42 AM"],
    ["{ago}", "12 years ago"],
    ["Posted {date_num} {time_secs}", "Posted 2014-02-18 6:39:42 AM"],
    ["no token", "no token"],
  ])("%s", (format, shown) => {
    const reader = { now: LATER, timeZone: "America/Los_Angeles", locale };
    expect(formatDate(EXAMPLE, format, reader)).toBe(shown);
  });
});

test.each([
  ["America/Los_Angeles", "2014-02-18 6:39 AM"],
  ["UTC", "2014-02-18 2:39 PM"],
  ["Asia/Kolkata", "2014-02-18 8:09 PM"],
  ["Asia/Tokyo", "2014-02-18 11:39 PM"],
  ["Pacific/Auckland", "2014-02-19 3:39 AM"],
  ["Pacific/Kiritimati", "2014-02-19 4:39 AM"],
])("in %s it is another time", (timeZone, shown) => {
  expect(formatDate(EXAMPLE, "{date_num} {time}", { now: LATER, timeZone, locale })).toBe(shown);
});

test("where people count to 24 it has no AM and PM", () => {
  const reader = { now: LATER, timeZone: "Asia/Tokyo", locale: "en-GB" };
  expect(formatDate(EXAMPLE, "{time}, {time_secs}", reader)).toBe("23:39, 23:39:42");
});

const at = (day: number, hour: number): number => Date.UTC(2026, 2, day, hour) / 1000;

describe("near days have a name, by the reader's own calendar", () => {
  const now = Date.UTC(2026, 2, 10, 12);
  test.each([
    [at(10, 12), "UTC", "Today at 12:00 PM"],
    [at(10, 0), "UTC", "Today at 12:00 AM"],
    [at(9, 23), "UTC", "Yesterday at 11:00 PM"],
    [at(11, 23), "UTC", "Tomorrow at 11:00 PM"],
    [at(8, 23), "UTC", "Mar 8 at 11:00 PM"],
    [at(12, 0), "UTC", "Mar 12 at 12:00 AM"],
    // In Tokyo the day has already changed.
    [at(10, 15), "Asia/Tokyo", "Tomorrow at 12:00 AM"],
    [at(10, 14), "Asia/Tokyo", "Today at 11:00 PM"],
    // The clocks went forward on the 8th there: that day had 23 hours.
    [at(9, 4), "America/New_York", "Yesterday at 12:00 AM"],
    [at(9, 3), "America/New_York", "Mar 8 at 11:00 PM"],
  ])("%d in %s: %s", (seconds, timeZone, shown) => {
    expect(formatDate(seconds, "{date_short_pretty} at {time}", { now, timeZone, locale })).toBe(
      shown,
    );
  });

  test("in small letters within a sentence", () =>
    expect(formatDate(now / 1000, "Read {date_pretty}", { now, timeZone: "UTC" })).toBe(
      "Read today",
    ));

  test.each([
    ["{date}", "March 1st"],
    ["{date_long}", "Sunday, March 1st"],
    ["{day_divider_pretty}", "Sunday, March 1st"],
    ["{date_long_full}", "March 1, 2026"],
  ])("%s leaves out the year that everybody knows, or not", (format, shown) => {
    expect(formatDate(at(1, 12), format, { now, timeZone: "UTC" })).toBe(shown);
  });
});

test.each([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
  [4, "4th"],
  [11, "11th"],
  [12, "12th"],
  [13, "13th"],
  [21, "21st"],
  [22, "22nd"],
  [23, "23rd"],
  [31, "31st"],
])("day %d is the %s", (day, shown) => {
  const seconds = Date.UTC(2020, 0, day) / 1000;
  expect(formatDate(seconds, "{date}", { now: LATER, timeZone: "UTC" })).toBe(
    `January ${shown}, 2020`,
  );
});

test.each([
  [0, "0 seconds ago"],
  [-5, "5 seconds ago"],
  [-60, "1 minute ago"],
  [-3 * 60 - 5, "3 minutes ago"],
  [-4 * 3600, "4 hours ago"],
  [-2 * 86_400, "2 days ago"],
  [3 * 60, "In 3 minutes"],
])("%d seconds from now: %s", (seconds, shown) => {
  const reader = { now: LATER, timeZone: "UTC" };
  expect(formatDate(LATER / 1000 + seconds, "{ago}", reader)).toBe(shown);
});

describe("the fallback has to stand in", () => {
  const reader = { now: LATER, timeZone: "UTC" };
  test.each([
    [Number.NaN, "{date}"],
    [Number.POSITIVE_INFINITY, "{date}"],
    [8_640_000_000_001, "{date}"],
    [EXAMPLE, "{no_such_token}"],
    [EXAMPLE, "{constructor}"],
  ])("for %d as %s", (seconds, format) => {
    expect(formatDate(seconds, format, reader)).toBeUndefined();
  });

  test("for a time zone that nobody knows", () =>
    expect(formatDate(EXAMPLE, "{date}", { now: LATER, timeZone: "Mars/Base" })).toBeUndefined());

  test("or the date can be formatted, whatever the number and the format", () => {
    fc.assert(
      fc.property(fc.double(), fc.string(), (seconds, format) => {
        expect(() => formatDate(seconds, format, reader)).not.toThrow();
      }),
    );
  });
});
