import type { MonotonicClock } from "../lib/time.ts";

/** Slots at rest, and when each may be used again. */
export interface Rests<T> {
  add(item: T, ms: number): void;
  /** Takes out, and hands on, those whose rest is over by now. */
  end(): void;
  /** When the next one is over, on the monotonic clock; undefined where nobody rests. */
  readonly nextAt: number | undefined;
}

interface Rest<T> {
  readonly item: T;
  readonly until: number;
  next: Rest<T> | undefined;
}

/**
 * Keeps no timer: whoever wants a slot looks. A timer for each would wake the process once for each
 * query, in most cases for nobody.
 *
 * @param onOver hears of each whose rest is over
 */
export function createRests<T>(now: MonotonicClock, onOver: (item: T) => void): Rests<T> {
  /** By how long they rest, of which there are few: who lay down first gets up first. */
  const lines = new Map<number, { first: Rest<T> | undefined; last: Rest<T> | undefined }>();

  return {
    add(item, ms) {
      const rest: Rest<T> = { item, until: now() + ms, next: undefined };
      const line = lines.get(ms);
      if (line === undefined) lines.set(ms, { first: rest, last: rest });
      else {
        if (line.last === undefined) line.first = rest;
        else line.last.next = rest;
        line.last = rest;
      }
    },
    end() {
      const time = now();
      for (const line of lines.values()) {
        while (line.first !== undefined && line.first.until <= time) {
          const { item, next } = line.first;
          line.first = next;
          if (next === undefined) line.last = undefined;
          onOver(item);
        }
      }
    },
    get nextAt() {
      let soonest: number | undefined;
      for (const { first } of lines.values()) {
        if (first !== undefined && first.until < (soonest ?? Infinity)) soonest = first.until;
      }
      return soonest;
    },
  };
}
