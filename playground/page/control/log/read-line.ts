import { isObject } from "../../../protocol/json.ts";

export type LogLine =
  | {
      readonly kind: "entry";
      /** The time of day, where the line has a time. */
      readonly time: string;
      readonly level: string;
      readonly message: string;
      readonly fields: readonly LogField[];
    }
  /** No line of the bot's logger: as it came. */
  | { readonly kind: "raw"; readonly text: string };

export interface LogField {
  readonly name: string;
  readonly value: string;
}

export function readLine(line: string): LogLine {
  const text = line.trimEnd();
  const parsed = parse(text);
  if (!isObject(parsed)) return { kind: "raw", text };
  const { time, level, msg, ...others } = parsed;
  return {
    kind: "entry",
    time: timeOfDay(time),
    level: typeof level === "string" ? level : "",
    message: typeof msg === "string" ? msg : "",
    fields: Object.entries(others).map(([name, value]) => ({ name, value: valueWords(value) })),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

function timeOfDay(time: unknown): string {
  const date = typeof time === "string" || typeof time === "number" ? new Date(time) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? "" : clock.format(date);
}

function valueWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
