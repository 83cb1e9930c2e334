import { LRUCache } from "lru-cache";
import { atMost } from "../../lib/at-most.ts";
import { monotonic } from "../../lib/time.ts";

/** Which signed requests have come, for as long as they would be taken again. */
export interface SeenRequests {
  /** @returns whether this one comes for the first time */
  readonly begins: (signature: string) => boolean;
  /** Signatures that are remembered. */
  readonly size: number;
}

/** @param most signatures, the oldest of which are forgotten first; each is for `ttlMs` at most */
export function createSeenRequests(most: number, ttlMs: number): SeenRequests {
  const seen = new LRUCache<string, true>({
    ...atMost(most),
    ttl: ttlMs,
    // By themselves they would stay until as many others have come: for months, where few ask.
    ttlAutopurge: true,
    perf: { now: monotonic },
  });
  return {
    begins(signature) {
      const isFirst = !seen.has(signature);
      if (isFirst) seen.set(signature, true);
      return isFirst;
    },
    get size() {
      return seen.size;
    },
  };
}
