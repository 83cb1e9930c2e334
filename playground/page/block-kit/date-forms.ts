import type { Moment } from "./moments.ts";
import { timeOfDay, type Clock } from "./time-of-day.ts";

type Form = (moment: Moment, today: Moment, clock: Clock) => string;

/**
 * https://docs.slack.dev/messaging/formatting-message-text and
 * https://docs.slack.dev/reference/block-kit/block-elements/date-element
 */
export const dateForms: Readonly<Record<string, Form>> = {
  date_num: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  date_slash: ({ year, month, day }) => `${two(month)}/${two(day)}/${year}`,
  date: (moment, today) => `${monthDay(moment)}${farYear(moment, today)}`,
  date_short: (moment, today) =>
    `${monthName(moment).slice(0, 3)} ${moment.day}${farYear(moment, today)}`,
  date_long: (moment, today) => `${weekday(moment)}, ${monthDay(moment)}${farYear(moment, today)}`,
  date_long_full: (moment) => `${monthName(moment)} ${moment.day}, ${moment.year}`,
  date_pretty: pretty("date"),
  date_short_pretty: pretty("date_short"),
  date_long_pretty: pretty("date_long"),
  day_divider_pretty: (moment, today) =>
    nearDay(moment, today) ??
    `${weekday(moment)}, ${monthDay(moment)}${moment.year === today.year ? "" : `, ${moment.year}`}`,
  time: ({ ms }, _, clock) => timeOfDay(ms, clock),
  time_secs: ({ ms }, _, clock) => timeOfDay(ms, clock, true),
  ago: ({ ms }, today) => ago(ms - today.ms),
};

const two = (number: number): string => String(number).padStart(2, "0");

/** The calendar day as such, so that days can be compared and named without any time zone. */
const calendarDay = ({ year, month, day }: Moment): number => Date.UTC(year, month - 1, day);
const named = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
  return (moment: Moment): string => format.format(calendarDay(moment));
};
const monthName = named({ month: "long" });
const weekday = named({ weekday: "long" });

function monthDay(moment: Moment): string {
  return `${monthName(moment)} ${moment.day}${ordinal(moment.day)}`;
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

const DAY = 86_400_000;

/** Slack leaves the year out within six months. */
function farYear(moment: Moment, today: Moment): string {
  return Math.abs(moment.ms - today.ms) < 182 * DAY ? "" : `, ${moment.year}`;
}

function nearDay(moment: Moment, today: Moment): string | undefined {
  const days = Math.round((calendarDay(moment) - calendarDay(today)) / DAY);
  return { "-1": "yesterday", "0": "today", "1": "tomorrow" }[String(days)];
}

function pretty(form: string): Form {
  return (moment, today, clock) =>
    nearDay(moment, today) ?? dateForms[form]?.(moment, today, clock) ?? "";
}

const relative = new Intl.RelativeTimeFormat("en");
const units = [
  ["year", 365 * DAY],
  ["month", 30 * DAY],
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

function ago(ms: number): string {
  const unit = units.find(([, size]) => Math.abs(ms) >= size);
  // -0 is "0 seconds ago", and 0 would be "in 0 seconds".
  if (unit === undefined) return relative.format(Math.trunc(ms / 1000) || -0, "second");
  return relative.format(Math.trunc(ms / unit[1]), unit[0]);
}
