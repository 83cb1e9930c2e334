/** A moment on the calendar of a time zone. */
export interface Moment {
  readonly ms: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** @param timeZone undefined: the machine's */
export function momentOf(ms: number, timeZone: string | undefined): Moment | undefined {
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      ...(timeZone !== undefined && { timeZone }),
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    }).formatToParts(ms);
    const part = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find((candidate) => candidate.type === type)?.value);
    return {
      ms,
      year: part("year"),
      month: part("month"),
      day: part("day"),
    };
  } catch {
    // Not a moment, or a time zone that the browser does not know.
    return undefined;
  }
}
