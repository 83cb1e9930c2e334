import type { Demand } from "../lib/slot-table.ts";

/**
 * How much of the quota never stands in the table: one in twenty. Both this and the rest grow with
 * `qps`, never fall. So where processes are told different figures, those in use of each kind are at
 * most those of the largest, and their sum is at most the largest figure.
 */
export function reserveOf(qps: number): number {
  return qps < 2 ? 0 : Math.ceil(qps / 20);
}

/** How many of the reserve are this process's, so that the parts differ by one at most. */
export function reservePart(reserve: number, living: readonly string[], me: string): number {
  const everybody = [...new Set([...living, me])].toSorted();
  const place = everybody.indexOf(me);
  const least = Math.floor(reserve / everybody.length);
  return least + (place < reserve % everybody.length ? 1 : 0);
}

/**
 * What one may take of so many where all want something: those who want little get it, and the
 * rest is shared evenly among those who want more.
 */
export function fairShare(total: number, mine: number, others: readonly number[]): number {
  let left = total;
  const wants = [mine, ...others].toSorted((a, b) => a - b);
  for (const [index, want] of wants.entries()) {
    const even = left / (wants.length - index);
    if (want > even) return Math.min(mine, Math.ceil(even));
    left -= want;
  }
  return mine;
}

/**
 * What this process may hold for each kind of work, with people before work that nobody waits for:
 * also before that of other processes.
 */
export function allowances(
  slots: number,
  forBackground: number,
  mine: Demand,
  others: readonly Demand[],
): Demand {
  const wants = others.map(({ person }) => person);
  const people = wants.reduce((sum, want) => sum + want, mine.person);
  const left = Math.min(forBackground, Math.max(0, slots - people));
  return {
    person: fairShare(slots, mine.person, wants),
    background: fairShare(
      left,
      mine.background,
      others.map(({ background }) => background),
    ),
  };
}
