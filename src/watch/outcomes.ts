import type { Posted } from "./posts.ts";
import type { Ending, Watch } from "./watch.ts";

export interface RetryFigures {
  /** After the first failure of a message, in ms; twice that after the next, and so on. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
}

/** A watch whose message Slack took. */
export function afterSuccess(watch: Watch): Watch {
  return { ...watch, failures: 0, notBefore: undefined };
}

/** A watch whose message Slack did not take, or perhaps did. */
export function afterFailure(
  watch: Watch,
  posted: Exclude<Posted, { kind: "done" }>,
  now: number,
  { retryMs, longestRetryMs }: RetryFigures,
): Watch {
  if (posted.kind === "lost") {
    return ended(watch, { why: "lost", at: now, detail: posted.reason });
  }
  const backoff = Math.min(retryMs * 2 ** watch.failures, longestRetryMs);
  const afterMs = posted.kind === "later" ? (posted.afterMs ?? backoff) : backoff;
  return { ...watch, failures: watch.failures + 1, notBefore: now + afterMs };
}

/**
 * A watch whose edit Slack did not take. Edits and posts have limits of their own at Slack, so
 * neither holds the other up.
 */
export function afterEditFailure(
  watch: Watch,
  posted: Exclude<Posted, { kind: "done" }>,
  now: number,
  figures: RetryFigures & { readonly editEveryMs: number },
): Watch {
  const { notBefore = now, ...after } = afterFailure(watch, posted, now, figures);
  // One that may have been taken counts as an edit too.
  const nextAt =
    posted.kind === "doubtful" ? Math.max(notBefore, now + figures.editEveryMs) : notBefore;
  return { ...after, notBefore: watch.notBefore, shownAt: nextAt - figures.editEveryMs };
}

/** The first reason stays; but what is lost can't be told any more, whatever came before. */
export function ended(watch: Watch, ending: Ending): Watch {
  if (watch.ending !== undefined && ending.why !== "lost") return watch;
  return { ...watch, ending, wanted: watch.wanted + 1 };
}
