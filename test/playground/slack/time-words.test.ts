import { describe, expect, test } from "vitest";
import {
  clock,
  dayWords,
  fullWhen,
  msOf,
  shortWhen,
} from "../../../playground/page/slack/pure/time-words.ts";
import { noon, ts } from "./rows.ts";

const hour = 3_600_000;
const utc = { timeZone: "UTC", locale: "en-US" };

test("a ts is a moment", () => {
  expect(msOf(ts(5))).toBe(noon + 5_000);
});

test("the clock is the reader's", () => {
  expect(clock(noon, utc)).toBe("12:00 PM");
  expect(clock(noon, { ...utc, timeZone: "Asia/Shanghai" })).toBe("8:00 PM");
  expect(clock(noon + 12 * hour, utc)).toBe("12:00 AM");
  expect(clock(noon + 8 * hour, { ...utc, locale: "en-GB" })).toBe("20:00");
});

test("the full date is for whoever points at a time", () => {
  expect(fullWhen(noon + 63_000, utc)).toBe("Sunday, November 22nd, 2026 at 12:01:03 PM");
});

describe("days", () => {
  test.each([
    [0, "Today"],
    [-12, "Today"],
    [-13, "Yesterday"],
    [-36, "Yesterday"],
    [-37, "Friday, November 20th"],
    [-24 * 365, "Saturday, November 22nd, 2025"],
    [-24 * 11, "Wednesday, November 11th"],
    [-24 * 19, "Tuesday, November 3rd"],
  ])("%i hours from noon: %s", (hours, words) => {
    expect(dayWords(noon + hours * hour, noon, "UTC")).toBe(words);
  });

  test("are days of the reader's", () => {
    // 20:00 in Shanghai: the morning before 08:00 there was still yesterday in UTC.
    expect(dayWords(noon - 14 * hour, noon, "UTC")).toBe("Yesterday");
    expect(dayWords(noon - 14 * hour, noon, "Asia/Shanghai")).toBe("Today");
  });

  test("may have 23 or 25 hours", () => {
    const zone = "Europe/Berlin";
    // The clocks went back on 25 October 2026, and forward on 29 March.
    const lateAfterTheLongDay = Date.UTC(2026, 9, 25, 22, 30);
    expect(dayWords(lateAfterTheLongDay - 24 * hour, lateAfterTheLongDay, zone)).toBe("Today");
    expect(dayWords(lateAfterTheLongDay - 25 * hour, lateAfterTheLongDay, zone)).toBe("Yesterday");
    const earlyAfterTheShortDay = Date.UTC(2026, 2, 29, 22, 30);
    const dayBefore = Date.UTC(2026, 2, 29, 12);
    expect(dayWords(dayBefore, earlyAfterTheShortDay, zone)).toBe("Yesterday");
  });
});

test("a short time says the day where it is another", () => {
  expect(shortWhen(noon - hour, noon, utc)).toBe("11:00 AM");
  expect(shortWhen(noon - 24 * hour, noon, utc)).toBe("yesterday at 12:00 PM");
  expect(shortWhen(noon - 48 * hour, noon, utc)).toBe("November 20th at 12:00 PM");
});
