/** Whose clock it is. */
export interface Clock {
  /** undefined: the machine's. */
  readonly timeZone?: string | undefined;
  /** undefined: the browser's. It says whether its people count to 12 or to 24; words stay English. */
  readonly locale?: string | undefined;
}

// A formatter costs a hundred times what it is used for.
const formats = new Map<string, Intl.DateTimeFormat>();

/** `9:41 AM` or `09:41`, with the seconds where they matter. */
export function timeOfDay(
  ms: number,
  { timeZone, locale }: Clock = {},
  hasSeconds = false,
): string {
  const key = JSON.stringify([timeZone, locale, hasSeconds]);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      hour: "numeric",
      minute: "2-digit",
      ...(hasSeconds && { second: "2-digit" }),
      hourCycle: countsTo12(locale) ? "h12" : "h23",
      ...(timeZone !== undefined && { timeZone }),
    });
    formats.set(key, format);
  }
  // Newer tables of languages put a narrow blank before AM and PM.
  return format.format(ms).replaceAll("\u202F", " ");
}

function countsTo12(locale: string | undefined): boolean {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return hourCycle === "h11" || hourCycle === "h12";
}
