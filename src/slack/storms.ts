import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import { monotonic, type MonotonicClock } from "../lib/time.ts";

/**
 * Many alerts about one room are one storm. Only its first alert is answered, until nobody has
 * named the room for a while.
 */
export interface Storms {
  /** Notes that an alert names the room. @returns whether it is the first of its storm */
  readonly begins: (channel: string, room: string) => boolean;
}

/** @param quietMs how long nobody may name the room before a storm is over */
export function createStorms(
  quietMs: number,
  most: number,
  now: MonotonicClock = monotonic,
): Storms {
  const lastNamed = new LRUCache<string, true>({
    ...atMost(most),
    ttl: quietMs,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    begins(channel, room) {
      const key = JSON.stringify([channel, room]);
      const isUnderWay = lastNamed.has(key);
      lastNamed.set(key, true);
      return !isUnderWay;
    },
  };
}
