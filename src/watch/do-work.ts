import { watchNewsCard } from "../cards/watch-card.ts";
import type { Watches } from "../store/watches.ts";
import { draw } from "./draw.ts";
import { nextWork, type DueWork, type WorkFigures } from "./next-work.ts";
import { note, type Step } from "./note.ts";
import {
  afterEditFailure,
  afterFailure,
  afterSuccess,
  ended,
  type RetryFigures,
} from "./outcomes.ts";
import type { Posted, WatchPosts } from "./posts.ts";
import { replyOf, watchOf } from "./rows.ts";
import type { WaitingReply, Watch } from "./watch.ts";

export interface WorkerOptions {
  readonly watches: Pick<Watches, "change">;
  readonly posts: WatchPosts;
  readonly figures: WorkFigures & RetryFigures;
  /** The operator's words for ActivityStatus. */
  readonly activityLabels: Readonly<Record<string, string>>;
  /** Wall clock, in ms since 1970. */
  readonly now: () => number;
  readonly onEnded: (watch: Watch) => void;
  readonly onFailure: (watch: Watch, reason: string) => void;
}

/**
 * Does the next thing for a watch at Slack: one message at most. Whoever calls holds the claim.
 *
 * @returns how the watch stands then
 */
export type DoWork = (id: string) => Promise<Watch | undefined>;

type Finish = (current: Watch) => Step;

/**
 * The order of writes is what a crash can't break. That a post is begun is written down before
 * Slack hears of it, and which message it became, afterwards. Where the second is missing, nobody
 * knows whether Slack took it: then the thread is searched for the mark that the post carried.
 */
export function createWorker(options: WorkerOptions): DoWork {
  const { watches, posts, figures, activityLabels, now, onEnded, onFailure } = options;

  function failed(
    current: Watch,
    posted: Exclude<Posted, { kind: "done" }>,
    judge: typeof afterFailure = afterFailure,
  ): Watch {
    const after = judge(current, posted, now(), figures);
    if (posted.kind === "lost") onEnded(after);
    else onFailure(after, posted.reason);
    return after;
  }

  async function postCard(watch: Watch): Promise<Finish> {
    const { id, channel, thread, begunAt, wanted } = watch;
    if (begunAt !== undefined) {
      const sought = await posts.seek({ channel, thread }, id, begunAt);
      switch (sought.kind) {
        case "unknown":
          return (current) => ({ watch: failed(current, { ...sought, kind: "later" }) });
        case "found":
          // Which reading it shows is not known, so it is brought up to date.
          return (current) => ({
            watch: {
              ...afterSuccess(current),
              card: sought.ts,
              begunAt: undefined,
              shownAt: now(),
            },
          });
        case "absent":
          if (watch.ending === undefined) break;
          return (current) => ({ watch: { ...current, begunAt: undefined } });
      }
    }
    await note(
      watches,
      figures,
      id,
      (current) => ({ watch: { ...current, begunAt: now() } }),
      true,
    );
    const posted = await posts.post({ channel, thread }, id, draw(watch, activityLabels));
    return (current) => {
      const known = posted.kind === "doubtful" ? current : { ...current, begunAt: undefined };
      if (posted.kind !== "done") return { watch: failed(known, posted) };
      return {
        watch: { ...afterSuccess(known), card: posted.ts, shown: wanted, shownAt: now() },
      };
    };
  }

  const judgeEdit: typeof afterFailure = (watch, posted, at) =>
    afterEditFailure(watch, posted, at, figures);

  async function editCard(watch: Watch, card: string): Promise<Finish> {
    const posted = await posts.edit(watch.channel, card, draw(watch, activityLabels));
    return (current) => ({
      watch:
        posted.kind === "done"
          ? { ...current, failures: 0, shown: watch.wanted, shownAt: now() }
          : failed(current, posted, judgeEdit),
    });
  }

  async function postReply(watch: Watch, card: string, reply: WaitingReply): Promise<Finish> {
    const { id } = reply;
    const place = { channel: watch.channel, thread: watch.thread ?? card };
    const isThere = (message: string): Finish => {
      return (current) => ({ watch: afterSuccess(current), reply: { id, message } });
    };
    if (reply.begunAt !== undefined) {
      const sought = await posts.seek(place, id, reply.begunAt);
      if (sought.kind === "found") return isThere(sought.ts);
      if (sought.kind === "unknown") {
        return (current) => ({ watch: failed(current, { ...sought, kind: "later" }) });
      }
    }
    const begins: Finish = (current) => ({ watch: current, reply: { id, begun_at: now() } });
    await note(watches, figures, watch.id, begins, true);
    const posted = await posts.post(
      place,
      id,
      watchNewsCard({ roomId: watch.room, ...reply.news }),
    );
    if (posted.kind === "done") return isThere(posted.ts);
    return (current) => ({
      watch: failed(current, posted),
      ...(posted.kind === "doubtful" ? {} : { reply: { id, begun_at: null } }),
    });
  }

  async function expire(): Promise<Finish> {
    return (current) => {
      const after = ended(current, { why: "expired", at: now(), detail: undefined });
      if (after !== current) onEnded(after);
      return { watch: after };
    };
  }

  async function perform(watch: Watch, { work }: DueWork): Promise<Finish> {
    switch (work.kind) {
      case "post-card":
        return postCard(watch);
      case "edit-card":
        return editCard(watch, work.card);
      case "reply":
        return postReply(watch, work.card, work.reply);
      case "expire":
        return expire();
    }
  }

  return async (id) => {
    const state = await watches.change(id, () => ({}));
    if (state === undefined) return undefined;
    const watch = watchOf(state.watch);
    const due = nextWork(watch, state.waiting.map(replyOf), figures);
    // Where something else came of it since it was taken, it only goes back.
    const isDue = due !== undefined && due.at <= now();
    const finish: Finish = isDue ? await perform(watch, due) : (current) => ({ watch: current });
    return note(watches, figures, id, finish);
  };
}
