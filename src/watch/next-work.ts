import type { WaitingReply, Watch } from "./watch.ts";

/** The next thing to be done for a watch at Slack, or of itself. */
export type Work =
  | { readonly kind: "post-card" }
  | { readonly kind: "edit-card"; readonly card: string }
  | { readonly kind: "reply"; readonly card: string; readonly reply: WaitingReply }
  | { readonly kind: "expire" };

export interface WorkFigures {
  /** Between two edits of one card, in ms. */
  readonly editEveryMs: number;
  /** A post of which nothing is known is looked for no sooner than this after it was begun, in ms. */
  readonly doubtMs: number;
}

export interface DueWork {
  readonly at: number;
  readonly work: Work;
}

/** @returns undefined where nothing is left to do */
export function nextWork(
  watch: Watch,
  waiting: readonly WaitingReply[],
  figures: WorkFigures,
): DueWork | undefined {
  return soonest([...slackWork(watch, waiting, figures), ...expiry(watch)]);
}

function expiry({ ending, endsAt }: Watch): DueWork[] {
  return ending === undefined ? [{ at: endsAt, work: { kind: "expire" } }] : [];
}

function slackWork(
  watch: Watch,
  waiting: readonly WaitingReply[],
  { editEveryMs, doubtMs }: WorkFigures,
): DueWork[] {
  const { card, ending, begunAt, wanted, shown, shownAt, notBefore = 0 } = watch;
  if (ending?.why === "lost") return [];
  const postAt = (begun: number | undefined): number =>
    Math.max(notBefore, begun === undefined ? 0 : begun + doubtMs);
  if (card === undefined) {
    // A card that was never shown need not be shown as ended; one in doubt may have been.
    const isNeeded = ending === undefined || begunAt !== undefined;
    return isNeeded ? [{ at: postAt(begunAt), work: { kind: "post-card" } }] : [];
  }
  const [reply] = waiting;
  return [
    // First, so that whoever a reply brings here finds the card up to date.
    ...(wanted === shown
      ? []
      : [
          {
            at: shownAt === undefined ? 0 : shownAt + editEveryMs,
            work: { kind: "edit-card", card } as const,
          },
        ]),
    ...(reply === undefined
      ? []
      : [{ at: postAt(reply.begunAt), work: { kind: "reply", card, reply } as const }]),
  ];
}

/** The first of those that are due the soonest. */
function soonest(list: readonly DueWork[]): DueWork | undefined {
  return list.reduce<DueWork | undefined>(
    (best, next) => (best === undefined || next.at < best.at ? next : best),
    undefined,
  );
}
