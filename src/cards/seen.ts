import type { LookupResult } from "../room/result.ts";

/**
 * What a card showed, small enough to travel in its Refresh button: so a refreshed card can say
 * what changed, for every card, after a restart too, and nothing is kept.
 */
export interface Seen {
  readonly exists: boolean;
  readonly muted?: boolean;
  readonly hidden?: boolean;
  readonly seats?: boolean;
  readonly entries?: bigint;
}

/** @returns undefined where nothing was read */
export function seenOf(result: LookupResult): Seen | undefined {
  switch (result.kind) {
    case "failed":
      return undefined;
    case "missing":
      return { exists: false };
    case "found": {
      const { chatMuted: muted, hidden, seatsEnabled: seats, entries } = result.room;
      return {
        exists: true,
        ...(muted === undefined ? {} : { muted }),
        ...(hidden === undefined ? {} : { hidden }),
        ...(seats === undefined ? {} : { seats }),
        ...(isCount(entries) ? { entries: BigInt(entries) } : {}),
      };
    }
  }
}

function isCount(entries: number | bigint | undefined): entries is number | bigint {
  return typeof entries === "bigint" || Number.isSafeInteger(entries);
}

const flags = { m: "muted", h: "hidden", s: "seats" } as const;

/** Such as `f.m1.h0.e812`: characters that Slack never escapes. */
export function writeSeen(seen: Seen): string {
  const marks = Object.entries(flags).flatMap(([mark, name]) => {
    const flag = seen[name];
    return flag === undefined ? [] : [`${mark}${flag ? 1 : 0}`];
  });
  // An endless number is no count, and would not fit into a button.
  const digits = seen.entries?.toString() ?? "";
  const entries = digits === "" || digits.length > 40 ? [] : [`e${digits}`];
  return [seen.exists ? "f" : "x", ...marks, ...entries].join(".");
}

/** @returns undefined for what is none of ours */
export function readSeen(text: string): Seen | undefined {
  if (!/^[fx](?:\.[mhs][01])*(?:\.e-?\d{1,40})?$/.test(text)) return undefined;
  const [kind, ...marks] = text.split(".");
  const valueOf = (mark: string): string | undefined =>
    marks.find((candidate) => candidate.startsWith(mark))?.slice(1);
  const entries = valueOf("e");
  const read = Object.entries(flags).flatMap(([mark, name]) => {
    const value = valueOf(mark);
    return value === undefined ? [] : [[name, value === "1"] as const];
  });
  return {
    exists: kind === "f",
    ...Object.fromEntries(read),
    ...(entries === undefined ? {} : { entries: BigInt(entries) }),
  };
}

const turns = {
  muted: ["chat was muted for everyone", "chat was opened"],
  hidden: ["the room was hidden from the room list", "the room was put into the room list"],
  seats: ["seats were turned on", "seats were turned off"],
} as const;

/** What was turned on or off between two readings, or came and went, as clauses. */
export function turnsBetween(before: Seen, now: Seen): string[] {
  if (before.exists !== now.exists)
    return [now.exists ? "the room is there again" : "the room has gone"];
  return (["muted", "hidden", "seats"] as const).flatMap((name) => {
    const [was, is] = [before[name], now[name]];
    if (was === undefined || is === undefined || was === is) return [];
    return [turns[name][is ? 0 : 1]];
  });
}

/** What changed between two readings, as clauses; none where nothing did. */
export function changesBetween(before: Seen, now: Seen): string[] {
  const more =
    before.entries === undefined || now.entries === undefined ? 0n : now.entries - before.entries;
  return [...turnsBetween(before, now), ...(more > 0n ? [moreEntries(more)] : [])];
}

export function moreEntries(more: bigint): string {
  return `${more.toLocaleString("en-US")} more ${more === 1n ? "entry" : "entries"}`;
}
