import { timeOfDay, type Clock } from "../../block-kit/time-of-day.ts";

/** Times as Slack words them. Time zone and hours are the reader's own unless a test names others. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(
  ms: number,
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): string {
  // A formatter costs a hundred times what it is used for.
  const key = JSON.stringify([options, timeZone]);
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      ...options,
      ...(timeZone === undefined ? {} : { timeZone }),
    });
    formatters.set(key, formatter);
  }
  return formatter.format(ms);
}

/** A message's ts is when it was posted, in seconds. */
export function msOf(ts: string): number {
  return Number(ts) * 1000;
}

/** `9:41 AM` or `09:41` */
export function clock(ms: number, reader: Clock = {}): string {
  return timeOfDay(ms, reader);
}

/** The same for any two moments of one day of the reader's. */
export function dayOf(ms: number, timeZone?: string): string {
  return format(ms, { year: "numeric", month: "2-digit", day: "2-digit" }, timeZone);
}

/** `Today`, `Yesterday` or `Sunday, November 22nd`; the year where it is another. */
export function dayWords(ms: number, now: number, timeZone?: string): string {
  const near = nearDay(ms, now, timeZone);
  if (near !== undefined) return near;
  const year = yearOf(ms, timeZone);
  const weekday = format(ms, { weekday: "long" }, timeZone);
  const day = `${weekday}, ${monthDay(ms, timeZone)}`;
  return year === yearOf(now, timeZone) ? day : `${day}, ${year}`;
}

/** `9:41 AM`, `yesterday at 9:41 AM` or `November 22nd at 9:41 AM`. */
export function shortWhen(ms: number, now: number, reader: Clock = {}): string {
  const near = nearDay(ms, now, reader.timeZone);
  if (near === "Today") return clock(ms, reader);
  return `${near?.toLowerCase() ?? monthDay(ms, reader.timeZone)} at ${clock(ms, reader)}`;
}

/** `Sunday, November 22nd, 2026 at 9:41:03 AM` */
export function fullWhen(ms: number, reader: Clock = {}): string {
  const { timeZone } = reader;
  const weekday = format(ms, { weekday: "long" }, timeZone);
  const time = timeOfDay(ms, reader, true);
  return `${weekday}, ${monthDay(ms, timeZone)}, ${yearOf(ms, timeZone)} at ${time}`;
}

const hour = 3_600_000;

function nearDay(ms: number, now: number, timeZone?: string): "Today" | "Yesterday" | undefined {
  const today = dayOf(now, timeZone);
  const day = dayOf(ms, timeZone);
  if (day === today) return "Today";
  // Days have 23 or 25 hours when clocks change, so we go back until it is another day.
  let before = now;
  while (dayOf(before, timeZone) === today) before -= hour;
  return day === dayOf(before, timeZone) ? "Yesterday" : undefined;
}

function yearOf(ms: number, timeZone?: string): string {
  return format(ms, { year: "numeric" }, timeZone);
}

function monthDay(ms: number, timeZone?: string): string {
  const day = Number(format(ms, { day: "numeric" }, timeZone));
  return `${format(ms, { month: "long" }, timeZone)} ${day}${ordinal(day)}`;
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
