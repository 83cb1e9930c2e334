import { describe, expect, test } from "vitest";
import { timeOfDay } from "../../../playground/page/block-kit/time-of-day.ts";

const morning = Date.UTC(2026, 10, 22, 9, 41, 3);
const midnight = Date.UTC(2026, 10, 22);

describe("the hours are counted as where the reader's language is spoken, in English words", () => {
  test.each([
    ["en-US", "9:41 AM", "12:00:00 AM"],
    ["en-GB", "09:41", "00:00:00"],
    ["de", "09:41", "00:00:00"],
    ["zh-TW", "9:41 AM", "12:00:00 AM"],
    ["ar-EG", "9:41 AM", "12:00:00 AM"],
    ["ja-JP-u-hc-h11", "9:41 AM", "12:00:00 AM"],
    ["de-u-hc-h24", "09:41", "00:00:00"],
  ])("%s", (locale, short, long) => {
    expect(timeOfDay(morning, { locale, timeZone: "UTC" })).toBe(short);
    expect(timeOfDay(midnight, { locale, timeZone: "UTC" }, true)).toBe(long);
  });
});

test("the time zone is the reader's", () => {
  const words = timeOfDay(morning, { locale: "en-GB", timeZone: "Asia/Kolkata" }, true);
  expect(words).toBe("15:11:03");
});

test("without a wish it is the machine's", () => {
  expect(timeOfDay(morning)).toMatch(/^\d{1,2}:41( [AP]M)?$/);
});
