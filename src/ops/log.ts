import { pino, type Logger } from "pino";
import { correlation } from "../lib/correlation.ts";
import { wordsOf } from "../lib/words.ts";
import { createRedactor } from "./redact.ts";

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** Values that must never be written, whatever they stand in. */
  readonly secrets: readonly string[];
  readonly write?: (line: string) => void;
}

/** JSON lines on stdout. Each passes the redactor as a whole, so no field can slip past it. */
export function createLog(options: LogOptions): Log {
  const redact = createRedactor(options.secrets);
  const { write = (line: string) => void process.stdout.write(line) } = options;
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // So the way from Slack's request to Tencent's RequestId is found with one word.
      mixin: () => {
        const reference = correlation()?.reference;
        return reference === undefined ? {} : { reference };
      },
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error: unknown) => describeError(error) },
    },
    { write: (line: string) => write(redact(line)) },
  );
}

const deepestCause = 4;

/** What a log says of an error: never the whole object, which may hold requests and headers. */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { message: wordsOf(error) };
  const code = "code" in error ? String(error.code) : undefined;
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(error.cause === undefined || depth >= deepestCause
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
    stack: error.stack
      ?.split("\n")
      .slice(1, 6)
      .map((line) => line.trim()),
  };
}
