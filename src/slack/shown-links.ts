import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import { monotonic } from "../lib/time.ts";

/** Links whose status a channel has seen lately: a link that is quoted often would bury it. */
export interface ShownLinks {
  /** Claims the showing of a link. @returns false when the channel has seen it, or is about to */
  readonly begins: (channel: string, url: string) => boolean;
  /** Gives a claim back of which nothing came. */
  readonly forget: (channel: string, url: string) => void;
}

function keyOf(channel: string, url: string): string {
  return JSON.stringify([channel, url]);
}

/**
 * In memory: after a restart, a channel may see a link's status again.
 *
 * @param quietMs how long a link stays without another status in the same channel
 * @param now the clock, in ms
 */
export function createShownLinks(quietMs: number, most: number, now = monotonic): ShownLinks {
  const shownAt = new LRUCache<string, number>(atMost(most));
  return {
    begins(channel, url) {
      const key = keyOf(channel, url);
      const last = shownAt.get(key);
      if (last !== undefined && now() - last < quietMs) return false;
      shownAt.set(key, now());
      return true;
    },
    forget: (channel, url) => void shownAt.delete(keyOf(channel, url)),
  };
}
