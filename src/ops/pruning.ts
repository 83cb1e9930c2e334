import type { Store } from "../store/store.ts";
import type { Log } from "./log.ts";

export interface PruningFigures {
  readonly keepHandledMs: number;
  readonly lateAnswerMs: number;
  readonly keepThreadCardsMs: number;
  readonly keepEndedWatchesMs: number;
  readonly pruneEveryMs: number;
}

const dayMs = 24 * 60 * 60_000;

/** Forgets what the store has kept for long enough: at the start, and every so often. */
export function createPruning(
  store: Pick<Store, "prune">,
  figures: PruningFigures,
  auditDays: number,
  log: Log,
): { start(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const prune = (): void => {
    const ages = {
      handled: figures.keepHandledMs,
      openDeliveries: figures.lateAnswerMs,
      cards: figures.keepThreadCardsMs,
      endedWatches: figures.keepEndedWatchesMs,
      lookUps: auditDays * dayMs,
    };
    last = store.prune(ages).catch((error: unknown) => {
      log.warn({ error }, "the store could not forget what is too old");
    });
  };
  return {
    start() {
      prune();
      timer = setInterval(prune, figures.pruneEveryMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}
