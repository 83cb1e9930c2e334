import { randomUUID } from "node:crypto";
import type { Log } from "../ops/log.ts";
import type { Store } from "../store/store.ts";

/** What the log line of an interaction says. */
interface Line {
  readonly user: string;
  readonly channel: string;
  readonly entry: string;
  readonly outcome: string;
  readonly ms: number;
  readonly room?: string | number | undefined;
  readonly result?: string | number | undefined;
}

/**
 * Keeps who looked what up, and what came of it. Nobody waits for that, and an answer is not lost
 * over it: it never throws.
 */
export function createAudit(lookUps: Store["lookUps"] | undefined, log: Log): (line: Line) => void {
  return ({ user: asker, channel, entry, outcome, ms, room, result }) => {
    if (lookUps === undefined || room === undefined) return;
    const about = { room: String(room), result: String(result) };
    const row = { id: randomUUID(), at: Date.now(), asker, channel, entry, ...about, outcome, ms };
    lookUps.add(row).catch((error: unknown) => {
      log.warn({ error }, "the store did not take a look-up");
    });
  };
}
