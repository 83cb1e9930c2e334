import { randomUUID } from "node:crypto";
import { monotonic } from "../lib/time.ts";
import type { RoomLookup } from "../room/look-up.ts";
import type { Store } from "../store/store.ts";
import type { CheckFigures } from "./check-room.ts";
import { createWorker } from "./do-work.ts";
import { createHolds } from "./hold.ts";
import type { WorkFigures } from "./next-work.ts";
import type { RetryFigures } from "./outcomes.ts";
import type { WatchPosts } from "./posts.ts";
import { createScheduler, type Scheduler, type SchedulerFigures } from "./scheduler.ts";
import type { EndReason, Watch } from "./watch.ts";
import { createWatching, type Watching } from "./watching.ts";

export interface WatchesOptions {
  readonly store: Pick<Store, "checks" | "now" | "watches">;
  readonly lookup: RoomLookup;
  readonly posts: WatchPosts;
  readonly figures: CheckFigures & RetryFigures & SchedulerFigures & WorkFigures;
  readonly activityLabels: Readonly<Record<string, string>>;
  readonly log: WatchLog;
  /** Told of a watch that ended, and why. */
  readonly onEnded?: (why: EndReason) => void;
}

/** As much of a log as watches need. */
export type WatchLog = Readonly<
  Record<"debug" | "info" | "warn", (about: object, words: string) => void>
>;

/** All that keeps cards up to date: what people ask for, and the work behind it. */
export function createWatches(options: WatchesOptions): {
  readonly watching: Watching;
  readonly scheduler: Scheduler;
} {
  const { store, lookup, posts, figures, activityLabels, log } = options;
  const { now } = store;
  const holds = createHolds(randomUUID(), figures.claimMs, { monotonic, wall: Date.now });
  const onEnded = ({ id: watch, room, channel, startedAt, ending }: Watch): void => {
    const ms = now() - startedAt;
    if (ending !== undefined) options.onEnded?.(ending.why);
    const about = { watch, room, channel, why: ending?.why, detail: ending?.detail, ms };
    if (ending?.why === "lost") log.warn(about, "a watch ended: Slack takes no more of it");
    else log.info(about, "a watch ended");
  };
  const onFailure = ({ id: watch, channel, failures }: Watch, reason: string): void => {
    log.debug({ watch, channel, failures, reason }, "Slack did not take a watch's message yet");
  };
  const onError = (error: unknown, about: Readonly<Record<string, string>>): void => {
    log.warn({ error, ...about }, "a watch waits: something went wrong");
  };
  const { watches, checks } = store;
  const doWork = createWorker({ watches, posts, figures, activityLabels, now, onEnded, onFailure });
  return {
    watching: createWatching({ store: { watches, checks }, doWork, figures, holds, now, onEnded }),
    scheduler: createScheduler({ store, lookup, doWork, figures, holds, now, onEnded, onError }),
  };
}
