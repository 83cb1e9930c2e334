import { randomUUID } from "node:crypto";
import type { LookupResult } from "../room/result.ts";
import type { RoomId } from "../room/room-id.ts";
import type { Check, CheckChange, Checks } from "../store/checks.ts";
import type { WatchState } from "../store/watch-state.ts";
import { nextWork, type WorkFigures } from "./next-work.ts";
import { readRoom, type ReadFigures } from "./read-room.ts";
import { replyOf, rowOf, watchOf } from "./rows.ts";
import type { Watch } from "./watch.ts";

export interface CheckFigures extends ReadFigures, WorkFigures {
  /** How often a room is read for a while after a change, a question or the start of a watch, in ms. */
  readonly hotEveryMs: number;
  readonly hotForMs: number;
  /** How often at other times, in ms. */
  readonly calmEveryMs: number;
}

export interface CheckRoomOptions {
  readonly checks: Pick<Checks, "settle">;
  readonly figures: CheckFigures;
  readonly now: () => number;
  readonly onEnded: (watch: Watch) => void;
}

/**
 * Notes what a reading of a room comes to for all its watches, and when it is read next.
 *
 * @param by the claim that it was read for, where it was
 */
export function settleReading(
  room: RoomId,
  result: LookupResult,
  { checks, figures, now, onEnded }: CheckRoomOptions,
  by?: string,
): Promise<void> {
  const note = (check: Check): CheckChange => {
    // Somebody has seen the room later than this: it tells nothing new, and what it tells is over.
    const watches = result.asOf < check.readAt ? [] : check.watches;
    const reads = watches.map((state) => ({ state, ...read(state, result, check, figures) }));
    for (const { watch } of reads) if (watch.ending !== undefined) onEnded(watch);
    const isLively = reads.some((one) => one.isLively);
    const hotUntil = isLively ? now() + figures.hotForMs : check.hotUntil;
    const everyMs = now() < hotUntil ? figures.hotEveryMs : figures.calmEveryMs;
    const goesOn =
      watches.length < check.watches.length ||
      reads.some(({ watch }) => watch.ending === undefined);
    const readAt = result.kind === "failed" ? check.readAt : Math.max(check.readAt, result.asOf);
    return {
      watches: reads.flatMap(({ change }) => change ?? []),
      next: goesOn ? { dueAt: now() + everyMs, hotUntil, readAt } : undefined,
    };
  };
  return checks.settle(room, note, by);
}

function read(state: WatchState, result: LookupResult, check: Check, figures: CheckFigures) {
  const before = watchOf(state.watch);
  const { watch, news, isLively } = readRoom(before, result, check.readAt, figures);
  // Most readings change nothing, and cost no write.
  if (watch === before) return { watch, isLively, change: undefined };
  const replies = news === undefined ? [] : [{ id: randomUUID(), words: JSON.stringify(news) }];
  const waiting = [
    ...state.waiting.map(replyOf),
    ...(news === undefined ? [] : replies.map(({ id }) => ({ id, news, begunAt: undefined }))),
  ];
  const set = rowOf(watch, nextWork(watch, waiting, figures)?.at);
  const change: CheckChange["watches"][number] = { id: watch.id, set, replies };
  return { watch, isLively, change };
}
