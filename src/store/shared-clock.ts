import type { MonotonicClock } from "../lib/time.ts";

export interface SharedClock {
  /** The database's wall clock, as far as it is known here, in ms since 1970. */
  readonly now: () => number;
  /** Asks for it, where that was not done for a while. @throws when the database is away */
  readonly keep: () => Promise<void>;
}

const tooLongMs = 1_000;

/**
 * One clock for all processes over one database, whatever those of their machines say: what one of
 * them writes down as due has to mean the same to the others.
 *
 * @param ask what the database's clock says, in ms since 1970
 */
export async function createSharedClock(
  ask: () => Promise<number>,
  everyMs: number,
  monotonic: MonotonicClock,
): Promise<SharedClock> {
  let ahead: number | undefined;
  let setAt = 0;

  async function set(): Promise<void> {
    const before = monotonic();
    const there = await ask();
    const after = monotonic();
    // It was read somewhere between asking and hearing: too wide a time, and the last answer is better.
    if (ahead !== undefined && after - before > tooLongMs) return;
    ahead = there - (before + after) / 2;
    setAt = after;
  }

  await set();
  return {
    now: () => Math.round(monotonic() + (ahead ?? 0)),
    async keep() {
      if (monotonic() - setAt >= everyMs) await set();
    },
  };
}
