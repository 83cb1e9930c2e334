import { LogLevel, type Logger as BoltLogger } from "@slack/bolt";
import { wordsOf } from "../lib/words.ts";
import type { Log } from "../ops/log.ts";

/** Lets Bolt and Slack's clients write to our log. They never write what they send or receive. */
export function createBoltLogger(log: Log): BoltLogger {
  return {
    // Debug lines hold whole messages and payloads: dropped, whatever the level.
    debug: () => undefined,
    info: (...parts) => log.debug(words(parts)),
    warn: (...parts) => log.warn(words(parts)),
    error: (...parts) => log.error(words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

function words(parts: readonly unknown[]): string {
  return parts.map(wordsOf).join(" ");
}
