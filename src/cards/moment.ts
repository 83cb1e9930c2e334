import type { Value } from "./card.ts";

/** A moment that each reader sees in their own time zone. @param seconds since 1970 */
export function moment(seconds: number, before = "", after = ""): Value {
  const whole = Math.floor(seconds);
  const utc = utcMinute(whole);
  return {
    ours: `${before}${utc}${after}`,
    markup: `${before}<!date^${whole}^{date_short_pretty} {time}|${utc}>${after}`,
  };
}

function utcMinute(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

const units: readonly (readonly [name: string, seconds: number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long something took, in the largest whole unit: "3 hours". */
export function duration(seconds: number): string {
  for (const [name, size] of units) {
    const count = Math.floor(seconds / size);
    if (count >= 1) return `${count.toLocaleString("en-US")} ${name}${count === 1 ? "" : "s"}`;
  }
  return "less than a minute";
}
