/** A moment on the calendar and the clock of a time zone. */
export interface Moment {
  readonly ms: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** @param timeZone undefined: the machine's */
export function momentOf(ms: number, timeZone: string | undefined): Moment | undefined {
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      ...(timeZone !== undefined && { timeZone }),
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    }).formatToParts(ms);
    const part = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find((candidate) => candidate.type === type)?.value);
    return {
      ms,
      year: part("year"),
      month: part("month"),
      day: part("day"),
      hour: part("hour"),
      minute: part("minute"),
      second: part("second"),
    };
  } catch {
    // Not a moment, or a time zone that the browser does not know.
    return undefined;
  }
}
