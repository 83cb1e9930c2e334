const unitMs = { h: 60 * 60_000, d: 24 * 60 * 60_000 } as const;

/**
 * A moment as somebody types it: `24h` or `7d` ago, or a date with or without a time, in UTC unless
 * it says otherwise. @returns ms since 1970, or undefined for anything else
 */
export function momentOf(text: string, now: number): number | undefined {
  const ago = /^(\d{1,5})(h|d)$/.exec(text);
  if (ago !== null) return now - Number(ago[1]) * unitMs[ago[2] === "h" ? "h" : "d"];
  const date = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (date === null) return undefined;
  const [, day = "", time = "00:00", zone = "Z"] = date;
  const at = Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(at)) return undefined;
  // Date takes the 31st of June for the 1st of July.
  const isDay = new Date(Date.parse(`${day}T00:00Z`)).toISOString().startsWith(day);
  return isDay ? at : undefined;
}
