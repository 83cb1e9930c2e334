/** Slack's own limits pass within a minute or so. Beyond this, a figure is somebody's mistake. */
export const longestRetryAfterMs = 60 * 60_000;

/**
 * How long Slack wants to be left alone, from a Retry-After header or what its client made of one.
 *
 * @returns ms, a whole number from 1 to an hour; undefined where no number of seconds is told
 */
export function retryAfterMs(told: unknown): number | undefined {
  if (typeof told !== "string" && typeof told !== "number") return undefined;
  const digits = /^\s*(\d+(?:\.\d+)?(?:e\+\d+)?)\s*$/.exec(String(told))?.[1];
  const ms = Math.ceil(Number(digits ?? 0) * 1000);
  return ms > 0 ? Math.min(ms, longestRetryAfterMs) : undefined;
}
