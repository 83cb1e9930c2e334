const grouped = new Intl.NumberFormat("en-GB");

/** How long something took. From 10 s on nobody reads milliseconds any more. */
export function durationWords(ms: number): string {
  const whole = Math.round(ms);
  if (whole < 1) return "under 1 ms";
  return whole < 10_000 ? `${grouped.format(whole)} ms` : `${(whole / 1000).toFixed(1)} s`;
}

/** How long something has taken so far: in tenths, the steps in which the page counts. */
export function soFarWords(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}

/** A mark on the scale. The last one carries the unit. */
export function tickWords(ms: number, endMs: number): string {
  return endMs < 10_000 ? grouped.format(ms) : `${ms / 1000} s`;
}
