import { releaseClaims } from "../store/release-claims.ts";
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

/** What a step means for the claim. */
export type Claimed =
  /** Of somebody who asked, whoever works on the watch: it stays as it is. */
  | { readonly kind: "others" }
  /** The work goes on, so that nobody else may begin it… */
  | { readonly kind: "kept"; readonly by: string }
  /** …or it is done. */
  | { readonly kind: "given-back"; readonly by: string };

/**
 * Writes a step down, with when there is next something to do.
 *
 * @returns how the watch stands then; undefined where it is gone, or is another's to work on by now.
 *   Then nothing is written: whoever has it finds out what came of it.
 */
export async function note(
  watches: Pick<Watches, "change">,
  figures: WorkFigures,
  id: string,
  step: (current: Watch) => Step,
  claimed: Claimed,
): Promise<Watch | undefined> {
  let isLost = false;
  const state = await watches.change(id, (current) => {
    isLost = claimed.kind !== "others" && current.watch.claimed_by !== claimed.by;
    if (isLost) return {};
    const { watch, reply } = step(watchOf(current.watch));
    const dueAt = nextWork(watch, waitingAfter(current, reply).map(replyOf), figures)?.at;
    return {
      set: { ...rowOf(watch, dueAt), ...(claimed.kind === "given-back" ? releaseClaims : {}) },
      ...(reply === undefined ? {} : { reply }),
    };
  });
  return state === undefined || isLost ? undefined : watchOf(state.watch);
}

function waitingAfter({ waiting }: WatchState, change: Step["reply"]): readonly WatchReplyRow[] {
  if (change === undefined) return waiting;
  return waiting
    .map((reply) => (reply.id === change.id ? { ...reply, ...change } : reply))
    .filter(({ message }) => message === null);
}
