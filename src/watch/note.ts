import { releaseClaims } from "../store/claims.ts";
import type { WatchReplyRow, WatchState } from "../store/watch-state.ts";
import type { Watches } from "../store/watches.ts";
import { nextWork, type WorkFigures } from "./next-work.ts";
import { replyOf, rowOf, watchOf } from "./rows.ts";
import type { Watch } from "./watch.ts";

/** What one message comes to for its watch. */
export interface Step {
  readonly watch: Watch;
  readonly reply?: { readonly id: string } & Partial<Pick<WatchReplyRow, "begun_at" | "message">>;
}

/**
 * Writes a step down, with when there is next something to do.
 *
 * @param keepsClaim where the work goes on, so that nobody else begins it
 */
export async function note(
  watches: Pick<Watches, "change">,
  figures: WorkFigures,
  id: string,
  step: (current: Watch) => Step,
  keepsClaim = false,
): Promise<Watch | undefined> {
  const state = await watches.change(id, (current) => {
    const { watch, reply } = step(watchOf(current.watch));
    const dueAt = nextWork(watch, waitingAfter(current, reply).map(replyOf), figures)?.at;
    return {
      set: { ...rowOf(watch, dueAt), ...(keepsClaim ? {} : releaseClaims) },
      ...(reply === undefined ? {} : { reply }),
    };
  });
  return state && watchOf(state.watch);
}

function waitingAfter({ waiting }: WatchState, change: Step["reply"]): readonly WatchReplyRow[] {
  if (change === undefined) return waiting;
  return waiting
    .map((reply) => (reply.id === change.id ? { ...reply, ...change } : reply))
    .filter(({ message }) => message === null);
}
