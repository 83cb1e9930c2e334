import { randomUUID } from "node:crypto";
import { seenOf } from "../cards/seen.ts";
import type { LookupResult } from "../room/result.ts";
import type { RoomId } from "../room/room-id.ts";
import type { Store } from "../store/store.ts";
import { settleReading, type CheckFigures } from "./check-room.ts";
import type { DoWork } from "./do-work.ts";
import type { Hold } from "./hold.ts";
import { note } from "./note.ts";
import { ended } from "./outcomes.ts";
import { rowOf, watchOf } from "./rows.ts";
import type { Watch } from "./watch.ts";

export interface WatchRequest {
  /** As it was just read. */
  readonly result: Extract<LookupResult, { kind: "found" }>;
  readonly channel: string;
  /** The thread for the card; undefined for the channel itself. */
  readonly thread: string | undefined;
  /** A message of this bot's that becomes the card; a new one where left out. */
  readonly card?: string | undefined;
  readonly user: string;
  readonly forMs: number;
  /** Tell of so many more entries. */
  readonly entriesStep?: number | undefined;
}

export type Begun =
  | { readonly kind: "begun" | "already"; readonly watch: Watch }
  /** Slack did not take the card yet; it comes as soon as Slack does. */
  | { readonly kind: "waiting"; readonly watch: Watch }
  | { readonly kind: "refused"; readonly reason: string };

/** Keeps cards up to date, as people ask for it. */
export interface Watching {
  begin(request: WatchRequest): Promise<Begun>;
  /** Stops those of a room in a channel, or the one of a card. @returns how many */
  stop(of: {
    readonly channel: string;
    readonly room: RoomId;
    readonly card?: string | undefined;
    readonly by: string;
  }): Promise<number>;
  /** Those that are under way in a channel, the oldest first. */
  list(channel: string): Promise<readonly Watch[]>;
  /** Somebody has read a room: its watches show the same, and it is read often for a while. */
  asked(result: LookupResult): Promise<void>;
  isCard(channel: string, card: string): Promise<boolean>;
}

export interface WatchingOptions {
  readonly store: Pick<Store, "checks" | "watches">;
  readonly doWork: DoWork;
  readonly figures: CheckFigures & { readonly claimMs: number };
  readonly holds: () => Hold;
  readonly now: () => number;
  readonly onEnded: (watch: Watch) => void;
}

export function createWatching(options: WatchingOptions): Watching {
  const { store, doWork, figures, holds, now, onEnded } = options;
  const { watches, checks } = store;
  const hot = () => ({ dueAt: now() + figures.hotEveryMs, hotUntil: now() + figures.hotForMs });

  async function beginNew(request: WatchRequest): Promise<Begun> {
    const fresh = newWatch(request, now());
    // Taken from the beginning: its first card is posted here, where somebody waits for it.
    const hold = holds();
    const claim = { claimed_by: hold.by, claimed_until: now() + figures.claimMs };
    const { isNew, watch: row } = await watches.begin(
      { id: fresh.id, ...rowOf(fresh, now()), ...claim },
      { ...hot(), readAt: request.result.asOf },
    );
    if (!isNew) return prolong(watchOf(row), request.forMs);
    const watch = await doWork(fresh.id, hold);
    if (watch === undefined) return { kind: "refused", reason: "the watch is gone" };
    if (watch.ending?.why === "lost") {
      await watches.remove(watch.id);
      return { kind: "refused", reason: watch.ending.detail ?? "lost" };
    }
    return { kind: watch.shown > 0 ? "begun" : "waiting", watch };
  }

  /** Whoever asks again means: from now on, for so long. */
  async function prolong(watch: Watch, forMs: number): Promise<Begun> {
    const endsAt = Math.max(watch.endsAt, now() + forMs);
    const after = await note(
      watches,
      figures,
      watch.id,
      (current) => ({
        watch:
          endsAt === current.endsAt ? current : { ...current, endsAt, wanted: current.wanted + 1 },
      }),
      { kind: "others" },
    );
    return { kind: "already", watch: after ?? watch };
  }

  return {
    async begin(request) {
      const begun = await beginNew(request);
      // A message that can't be edited, as of an older kind: then a new one is posted.
      return begun.kind === "refused" && request.card !== undefined
        ? beginNew({ ...request, card: undefined })
        : begun;
    },
    async stop({ channel, room, card, by: person }) {
      const rows = (await watches.activeIn(channel)).filter(
        (row) => row.room === room && (card === undefined || row.card === card),
      );
      for (const { id } of rows) {
        // oxlint-disable-next-line no-await-in-loop -- there are few
        await note(
          watches,
          figures,
          id,
          (current) => {
            const after = ended(current, { why: "stopped", at: now(), detail: person });
            if (after !== current) onEnded(after);
            return { watch: after };
          },
          { kind: "others" },
        );
      }
      return rows.length;
    },
    list: async (channel) => (await watches.activeIn(channel)).map(watchOf),
    async asked(result) {
      // Most rooms that people ask for are watched by nobody: one short word in place of five.
      if (!(await checks.has(result.id))) return;
      if (result.kind !== "failed") {
        await settleReading(result.id, result, { checks, figures, now, onEnded });
      }
      await checks.hurry(result.id, hot());
    },
    isCard: async (channel, ts) =>
      (await watches.activeIn(channel)).some(({ card }) => card === ts),
  };
}

function newWatch(request: WatchRequest, startedAt: number): Watch {
  const { result, channel, thread, card, user, forMs, entriesStep } = request;
  const { id: room, requestId, asOf } = result;
  return {
    id: randomUUID(),
    room,
    channel,
    thread,
    card,
    startedBy: user,
    startedAt,
    endsAt: startedAt + forMs,
    entriesStep,
    entriesFrom: seenOf(result)?.entries,
    ending: undefined,
    reading: { kind: "found", room: result.room, requestId, asOf },
    stale: undefined,
    wanted: 1,
    shown: 0,
    shownAt: undefined,
    begunAt: undefined,
    notBefore: undefined,
    failures: 0,
  };
}
