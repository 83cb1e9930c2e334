import type { MonotonicClock } from "./time.ts";

/** A moment on both clocks of this machine. */
export interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

export interface Clocks {
  readonly monotonic: MonotonicClock;
  readonly wall: () => number;
}

export function momentOf(clocks: Clocks): Moment {
  return { monotonic: clocks.monotonic(), wall: clocks.wall() };
}

/** Clocks of two machines that are both kept right go apart by less than this part, while one is slewed. */
const drift = 1 / 1000;

/**
 * Whether a lease that was asked for at `since` still has `needMs`. The monotonic clock is never set,
 * but stands still while the machine sleeps; the wall clock goes on, but may be set back. A lease is
 * over when either says so.
 */
export function stillCovers(
  since: Moment,
  leaseMs: number,
  needMs: number,
  { monotonic, wall }: Clocks,
): boolean {
  const passed = Math.max(monotonic() - since.monotonic, wall() - since.wall);
  return passed * (1 + drift) + needMs <= leaseMs;
}
