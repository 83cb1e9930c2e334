import { AsyncResource } from "node:async_hooks";
import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import { createPace, type Pace } from "../lib/pace.ts";

export interface ChannelTurnsOptions {
  /** Between two new posts in one channel, in ms. Slack takes one a second. */
  readonly intervalMs: number;
  /** Posts that may wait for one channel. */
  readonly longestLine: number;
  /** Aborts when this process stops: then turns that have not come do not come any more. */
  readonly signal: AbortSignal;
}

/** New posts take turns in each channel, by whichever of Slack's ways they go out. */
export interface ChannelTurns {
  /** @param mostAhead how many posts may wait already; as many as may at all where left out */
  take<T>(channel: string, post: () => Promise<T>, mostAhead?: number): Promise<T | "crowded">;
}

export function createChannelTurns(options: ChannelTurnsOptions): ChannelTurns {
  const { intervalMs, longestLine, signal } = options;
  const paces = new LRUCache<string, Pace>(atMost(5_000));

  function paceOf(channel: string): Pace {
    const known = paces.get(channel);
    if (known !== undefined) return known;
    const pace = createPace(intervalMs);
    paces.set(channel, pace);
    return pace;
  }

  return {
    take(channel, post, mostAhead = longestLine) {
      const pace = paceOf(channel);
      if (pace.waiting >= Math.min(mostAhead, longestLine)) return Promise.resolve("crowded");
      return new Promise((resolve, reject) => {
        let isOver = false;
        const leave = (): void => {
          if (isOver) return;
          isOver = true;
          resolve("crowded");
        };
        signal.addEventListener("abort", leave, { once: true });
        // In the name of whoever waits, not of whoever was before them in the line.
        const turn = AsyncResource.bind(() => {
          signal.removeEventListener("abort", leave);
          if (isOver) return;
          isOver = true;
          post().then(resolve, reject);
        });
        void pace.run(() => turn());
        if (signal.aborted) leave();
      });
    },
  };
}
