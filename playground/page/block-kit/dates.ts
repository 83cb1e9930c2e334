import { dateForms } from "./date-forms.ts";
import { momentOf } from "./moments.ts";
import type { Clock } from "./time-of-day.ts";

export interface Reader extends Clock {
  /** In ms since 1970. */
  readonly now: number;
}

/**
 * A moment as Slack shows it to this reader; undefined where the fallback has to stand in.
 *
 * @param seconds since 1970
 */
export function formatDate(seconds: number, format: string, reader: Reader): string | undefined {
  const moment = momentOf(seconds * 1000, reader.timeZone);
  const today = momentOf(reader.now, reader.timeZone);
  if (moment === undefined || today === undefined) return undefined;
  let isKnown = true;
  const shown = format.replace(/\{(\w+)\}/g, (whole, name: string, at: number) => {
    const form = Object.hasOwn(dateForms, name) ? dateForms[name] : undefined;
    if (form === undefined) {
      isKnown = false;
      return whole;
    }
    const words = form(moment, today, reader);
    // Slack begins with a capital letter: "Today at 9:00 AM".
    return at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
  return isKnown ? shown : undefined;
}
