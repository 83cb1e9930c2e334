import { watchNewsCard } from "../cards/watch-card.ts";
import type { WatchState } from "../store/watch-state.ts";
import type { Watches } from "../store/watches.ts";
import { draw } from "./draw.ts";
import type { Hold } from "./hold.ts";
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
 * Does the next thing for a watch at Slack: one message at most.
 *
 * @returns how the watch stands then
 */
export type DoWork = (id: string, hold: Hold) => Promise<Watch | undefined>;

/** Undefined where another has this work by now. */
type Finish = ((current: Watch) => Step) | undefined;

const asItIs = (current: Watch): Step => ({ watch: current });

/**
 * The order of writes is what a crash can't break. That a post is begun is written down before
 * Slack hears of it, and which message it became, afterwards. Where the second is missing, nobody
 * knows whether Slack took it: then the thread is searched for the mark that the post carried.
 *
 * Nothing leaves in the last moments of a hold, and nothing is written after it. So whoever has the
 * work next finds every post that left, by its mark.
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

  const mayLeave = (hold: Hold) => (): boolean => hold.covers(figures.doubtMs);

  /** That a post is begun. @returns whether it may go on */
  async function begins(id: string, { by }: Hold, step: (current: Watch) => Step) {
    return (await note(watches, figures, id, step, { kind: "kept", by })) !== undefined;
  }

  async function postCard(watch: Watch, hold: Hold): Promise<Finish> {
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
    const at = now();
    const begun = (current: Watch): Step => ({ watch: { ...current, begunAt: at } });
    if (!(await begins(id, hold, begun))) return undefined;
    const card = draw(watch, activityLabels);
    const posted = await posts.post({ channel, thread }, id, card, mayLeave(hold));
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

  async function editCard(watch: Watch, card: string, hold: Hold): Promise<Finish> {
    const drawn = draw(watch, activityLabels);
    const posted = await posts.edit(watch.channel, card, drawn, mayLeave(hold));
    return (current) => ({
      watch:
        posted.kind === "done"
          ? { ...current, failures: 0, shown: watch.wanted, shownAt: now() }
          : failed(current, posted, judgeEdit),
    });
  }

  async function postReply(
    watch: Watch,
    top: string,
    reply: WaitingReply,
    hold: Hold,
  ): Promise<Finish> {
    const { id } = reply;
    const place = { channel: watch.channel, thread: watch.thread ?? top };
    const isThere =
      (message: string) =>
      (current: Watch): Step => ({ watch: afterSuccess(current), reply: { id, message } });
    if (reply.begunAt !== undefined) {
      const sought = await posts.seek(place, id, reply.begunAt);
      if (sought.kind === "found") return isThere(sought.ts);
      if (sought.kind === "unknown") {
        return (current) => ({ watch: failed(current, { ...sought, kind: "later" }) });
      }
    }
    const begun = (current: Watch): Step => ({ watch: current, reply: { id, begun_at: now() } });
    if (!(await begins(watch.id, hold, begun))) return undefined;
    const card = watchNewsCard({ roomId: watch.room, ...reply.news });
    const posted = await posts.post(place, id, card, mayLeave(hold));
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

  async function perform(watch: Watch, { work }: DueWork, hold: Hold): Promise<Finish> {
    switch (work.kind) {
      case "post-card":
        return postCard(watch, hold);
      case "edit-card":
        return editCard(watch, work.card, hold);
      case "reply":
        return postReply(watch, work.card, work.reply, hold);
      case "expire":
        return expire();
    }
  }

  async function read(id: string): Promise<WatchState | undefined> {
    return watches.change(id, () => ({}));
  }

  return async (id, hold) => {
    const state = await read(id);
    if (state === undefined) return undefined;
    const watch = watchOf(state.watch);
    const due = nextWork(watch, state.waiting.map(replyOf), figures);
    // Where something else came of it since it was taken, it only goes back.
    const isDue = due !== undefined && due.at <= now();
    const finish = isDue ? await perform(watch, due, hold) : asItIs;
    const claimed = { kind: "given-back", by: hold.by } as const;
    const after = finish && (await note(watches, figures, id, finish, claimed));
    if (after !== undefined) return after;
    const others = await read(id);
    return others && watchOf(others.watch);
  };
}
