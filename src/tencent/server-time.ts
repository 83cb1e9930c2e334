/**
 * When a server sent an answer, by its own clock.
 *
 * @param date the header Date, in whole seconds
 * @returns in ms since 1970; undefined where it names no time
 */
export function serverTimeOf(date: string | readonly string[] | undefined): number | undefined {
  const ms = typeof date === "string" ? Date.parse(date) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
