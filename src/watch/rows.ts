import { exactJson, readExactJson } from "../lib/exact-numbers.ts";
import type { RoomId } from "../room/room-id.ts";
import type { WatchReplyRow, WatchRow } from "../store/watch-state.ts";
import type { EndReason, News, Reading, WaitingReply, Watch } from "./watch.ts";

/** A watch as it is kept, and back. */
export function watchOf(row: WatchRow): Watch {
  const { stale_since: staleSince, ended_at: endedAt } = row;
  return {
    id: row.id,
    room: row.room as RoomId,
    channel: row.channel,
    thread: row.thread ?? undefined,
    card: row.card ?? undefined,
    startedBy: row.started_by,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    entriesStep: row.entries_step ?? undefined,
    entriesFrom: row.entries_from === null ? undefined : BigInt(row.entries_from),
    ending:
      endedAt === null
        ? undefined
        : { why: row.ended_why as EndReason, at: endedAt, detail: row.ended_detail ?? undefined },
    reading: readExactJson(row.reading) as Reading,
    stale: staleSince === null ? undefined : { since: staleSince, why: row.stale_why ?? "" },
    wanted: row.wanted,
    shown: row.shown,
    shownAt: row.shown_at ?? undefined,
    begunAt: row.begun_at ?? undefined,
    notBefore: row.not_before ?? undefined,
    failures: row.failures,
  };
}

/** Everything of a watch but its id and who works on it, with when there is next something to do. */
export function rowOf(
  watch: Watch,
  dueAt: number | undefined,
): Omit<WatchRow, "id" | "claimed_by" | "claimed_until"> {
  return {
    room: watch.room,
    channel: watch.channel,
    thread: watch.thread ?? null,
    card: watch.card ?? null,
    started_by: watch.startedBy,
    started_at: watch.startedAt,
    ends_at: watch.endsAt,
    entries_step: watch.entriesStep ?? null,
    entries_from: watch.entriesFrom?.toString() ?? null,
    ended_at: watch.ending?.at ?? null,
    ended_why: watch.ending?.why ?? null,
    ended_detail: watch.ending?.detail ?? null,
    reading: exactJson(watch.reading),
    stale_since: watch.stale?.since ?? null,
    stale_why: watch.stale?.why ?? null,
    wanted: watch.wanted,
    shown: watch.shown,
    shown_at: watch.shownAt ?? null,
    begun_at: watch.begunAt ?? null,
    not_before: watch.notBefore ?? null,
    failures: watch.failures,
    due_at: dueAt ?? null,
  };
}

export function replyOf({ id, words, begun_at: begunAt }: WatchReplyRow): WaitingReply {
  return { id, news: JSON.parse(words) as News, begunAt: begunAt ?? undefined };
}
