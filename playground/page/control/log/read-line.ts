import { isObject } from "../../../protocol/json.ts";
import { timeOfDay, type Clock } from "../../block-kit/time-of-day.ts";

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

export function readLine(line: string, reader: Clock = {}): LogLine {
  const text = line.trimEnd();
  const parsed = parse(text);
  if (!isObject(parsed)) return { kind: "raw", text };
  const { time, level, msg, ...others } = parsed;
  return {
    kind: "entry",
    time: timeWords(time, reader),
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

function timeWords(time: unknown, reader: Clock): string {
  const ms =
    typeof time === "string" || typeof time === "number" ? new Date(time).getTime() : Number.NaN;
  return Number.isNaN(ms) ? "" : timeOfDay(ms, reader, true);
}

function valueWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
