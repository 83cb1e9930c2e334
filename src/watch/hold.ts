import { momentOf, stillCovers, type Clocks } from "../lib/lease.ts";

/** The right to work on a watch or a room, as the store gave it, until it runs out. */
export interface Hold {
  /** What the store knows it by. */
  readonly by: string;
  /** Whether it lasts for so long yet, in ms: this process may have been paused meanwhile. */
  covers(ms: number): boolean;
}

/**
 * @param by names this process among others
 * @param claimMs for how long the store gives work out
 * @returns a new right, to be made before the store is asked for it
 */
export function createHolds(by: string, claimMs: number, clocks: Clocks): () => Hold {
  let count = 0;
  return () => {
    count += 1;
    const since = momentOf(clocks);
    return { by: `${by}:${count}`, covers: (ms) => stillCovers(since, claimMs, ms, clocks) };
  };
}
