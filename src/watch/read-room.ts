import { moreEntries, seenOf, turnsBetween } from "../cards/seen.ts";
import { exactJson } from "../lib/exact-numbers.ts";
import type { LookupResult } from "../room/result.ts";
import type { Room } from "../room/room.ts";
import { resultOfReading, type News, type Reading, type Watch } from "./watch.ts";

/** What a reading of the room comes to for one watch. */
export interface Read {
  readonly watch: Watch;
  /** What is to be said in the thread. */
  readonly news: News | undefined;
  /** Whether the room changed in more than its entries, so that it is read often for a while. */
  readonly isLively: boolean;
}

export interface ReadFigures {
  /** After so long without an answer of Tencent's the card says so, in ms. */
  readonly staleAfterMs: number;
}

/**
 * Takes a reading in.
 *
 * @param readAt when Tencent last answered before this
 */
export function readRoom(
  watch: Watch,
  result: LookupResult,
  readAt: number,
  { staleAfterMs }: ReadFigures,
): Read {
  switch (result.kind) {
    case "failed": {
      // One that fails now and then is no news: the card only tells of a longer silence.
      const isSilent = watch.stale === undefined && result.asOf - readAt >= staleAfterMs;
      const stale = { since: readAt, why: result.problem.title };
      const told = isSilent ? { ...watch, stale, wanted: watch.wanted + 1 } : watch;
      return { watch: told, news: undefined, isLively: false };
    }
    case "missing": {
      const { code, requestId, asOf } = result;
      const before = watch.reading;
      const name = before.kind === "found" ? before.room.name : before.name;
      const reading: Reading = { kind: "missing", name, code, requestId, asOf };
      const ending = { why: "gone", at: asOf, detail: undefined } as const;
      const clauses = ["the room has gone, and the watch has ended"];
      const gone = { ...watch, reading, ending, stale: undefined, wanted: watch.wanted + 1 };
      return { watch: gone, news: { clauses, at: asOf }, isLively: true };
    }
    case "found":
      return foundAgain(watch, result);
  }
}

function foundAgain(watch: Watch, result: Extract<LookupResult, { kind: "found" }>): Read {
  const { room, requestId, asOf } = result;
  const { reading: before, stale } = watch;
  const isSame = before.kind === "found" && exactJson(before.room) === exactJson(room);
  if (isSame && stale === undefined) return { watch, news: undefined, isLively: false };
  const { clauses, owner, entriesFrom } = newsOf(watch, result);
  return {
    watch: {
      ...watch,
      reading: { kind: "found", room, requestId, asOf },
      stale: undefined,
      entriesFrom,
      wanted: watch.wanted + 1,
    },
    news: clauses.length === 0 ? undefined : { clauses, owner, at: asOf },
    isLively: before.kind === "found" && withoutEntries(before.room) !== withoutEntries(room),
  };
}

/** People come and go all the time: that alone is no reason to read a room more often. */
function withoutEntries(room: Room): string {
  const { entries: _, ...rest } = room;
  return exactJson(rest);
}

function newsOf(
  watch: Watch,
  result: Extract<LookupResult, { kind: "found" }>,
): { clauses: string[]; owner: string | undefined; entriesFrom: bigint | undefined } {
  const [seen, now] = [seenOf(resultOfReading(watch.room, watch.reading)), seenOf(result)];
  const clauses = seen === undefined || now === undefined ? [] : turnsBetween(seen, now);
  const was = watch.reading.kind === "found" ? watch.reading.room.owner : undefined;
  const { owner } = result.room;
  // What Tencent left out is not known to have changed.
  const isOthers = was !== undefined && owner !== undefined && was !== owner;
  if (isOthers) clauses.push("the owner changed");

  const { entriesStep, entriesFrom } = watch;
  const entries = now?.entries;
  const more = entries === undefined ? 0n : entries - (entriesFrom ?? entries);
  const isJump = entriesStep !== undefined && more >= BigInt(entriesStep);
  if (isJump) clauses.push(`${moreEntries(more)} (people who come back are counted again)`);
  return {
    clauses,
    owner: isOthers ? owner : undefined,
    entriesFrom: isJump ? entries : (entriesFrom ?? entries),
  };
}
