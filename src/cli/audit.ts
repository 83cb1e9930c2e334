import { parseArgs } from "node:util";
import { readStoreConfig } from "../config.ts";
import { describeProblems } from "../config/read-all.ts";
import { defaults } from "../defaults.ts";
import { createRedactor } from "../ops/redact.ts";
import { wordsOf } from "../lib/words.ts";
import type { LookUpFilter } from "../store/look-ups.ts";
import { openLookUps } from "../store/open-look-ups.ts";
import { secretsOf } from "../store/store-place.ts";
import { csvRecord } from "./csv.ts";
import { momentOf } from "./since.ts";

export interface AuditOutput {
  /** Resolves when more may be written. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
}

export const auditUsage =
  "greenroom audit [--since 7d|24h|2026-11-01] [--room <room ID>] [--by <member ID>]";

const columns = ["time", "asker", "channel", "entry", "room", "result", "outcome", "ms"] as const;

/** `greenroom audit`: who looked what up, as CSV, the oldest first. @returns the exit code */
export async function auditCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { out, err }: AuditOutput,
  now: number = Date.now(),
): Promise<number> {
  const filter = readWords(words, now);
  if (typeof filter === "string") {
    err(filter);
    return 2;
  }
  const reading = readStoreConfig(environment);
  if (!reading.ok) {
    err(describeProblems(reading.problems));
    return 1;
  }
  const { config: place } = reading;
  if (place.kind === "none") {
    err("DATA_DIR is none and there is no DATABASE_URL: such a bot keeps no look-ups.");
    return 1;
  }
  try {
    const lookUps = await openLookUps(place, defaults.storeMs);
    if (lookUps === undefined) {
      err("No bot has kept anything here yet. Set DATA_DIR or DATABASE_URL as the bot has it.");
      return 1;
    }
    try {
      await out(csvRecord(columns));
      for await (const rows of lookUps.pages(filter)) {
        const records = rows.map(({ at, asker, channel, entry, room, result, outcome, ms }) =>
          csvRecord([new Date(at).toISOString(), asker, channel, entry, room, result, outcome, ms]),
        );
        await out(records.join(""));
      }
    } finally {
      await lookUps.close();
    }
    return 0;
  } catch (error) {
    const redact = createRedactor(secretsOf(place));
    err(`The store could not be read: ${redact(wordsOf(error))}`);
    return 1;
  }
}

function readWords(words: readonly string[], now: number): LookUpFilter | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { since: { type: "string" }, room: { type: "string" }, by: { type: "string" } },
    });
    const { since, room, by: asker } = values;
    if (since === undefined) return { room, asker };
    const at = momentOf(since, now);
    return at === undefined
      ? `--since takes 24h, 7d, 2026-11-01 or 2026-11-01T12:00, in UTC.\n${auditUsage}`
      : { room, asker, since: at };
  } catch (error) {
    return `${wordsOf(error)}\n${auditUsage}`;
  }
}
