import type { ReserveKept, ReserveSlot, SlotTable } from "../lib/slot-table.ts";
import { notBefore } from "../lib/time.ts";
import { momentOf, stillCovers, type Clocks, type Moment } from "../lib/lease.ts";
import { reservePart } from "./sharing.ts";
import { endingOnce, type Slot } from "./slots.ts";

export interface ReserveFigures {
  readonly restMs: number;
  readonly graceMs: number;
  readonly queryTimeoutMs: number;
  readonly clockMarginMs: number;
  /** For how long a part is this process's without a word with the database, in ms. */
  readonly reserveMs: number;
  /** Between two such words, and after one that failed, in ms. */
  readonly beatMs: number;
  readonly beatRetryMs: number;
  /** A process that has not been heard of for so long needs no part, in ms. */
  readonly replicaGoneMs: number;
}

export interface ReserveOptions {
  readonly table: Pick<SlotTable, "keepReserve">;
  readonly me: string;
  readonly figures: ReserveFigures;
  readonly clocks: Clocks;
  /** How many slots the reserve has, of all processes. */
  readonly size: number;
  readonly wake: () => void;
  readonly renew: () => Promise<void>;
}

export interface Reserve {
  readonly size: number;
  readonly free: number;
  readonly used: number;
  /** Those that a query has. */
  readonly underWay: number;
  take(): Slot | undefined;
  /** One word with the database. @throws when it is away */
  beat(): Promise<void>;
  /** Gives everything back, with the rest that its queries ask for. */
  stop(): Promise<void>;
}

/** `freeAt`: on the monotonic clock; undefined while a query has it. */
type Held = ReserveSlot & { freeAt: number | undefined };
type Given = ReserveSlot & { readonly freeAt: number };

/**
 * This process's part of the slots that never stand in the table: for people, whether the database
 * is there or not. They are used at once, and rest here.
 */
export function createReserve(options: ReserveOptions): Reserve {
  const { table, me, figures, clocks, size, wake, renew } = options;
  const { restMs, graceMs, queryTimeoutMs, reserveMs } = figures;
  const now = clocks.monotonic;
  const wholeQueryMs = queryTimeoutMs + graceMs + restMs;
  const held = new Map<number, Held>();
  /** Given back by words that may not have been heard; said again until one is. */
  let given: Given[] = [];
  let since: Moment = momentOf(clocks);
  let part = 0;
  let underWay = 0;
  let heard = 0;

  const isGood = (slot: Held): boolean =>
    held.get(slot.id) === slot && stillCovers(since, reserveMs, wholeQueryMs, clocks);
  const isFree = ({ freeAt }: Held): boolean => freeAt !== undefined && freeAt <= now();
  const free = (): Held[] => [...held.values()].filter((slot) => isFree(slot) && isGood(slot));

  /** From here on it may be another's, whatever becomes of the word that says so. */
  function give({ id, lease }: Held, freeAt: number): void {
    held.delete(id);
    given.push({ id, lease, freeAt });
  }

  /** The longest unused first. One that a query has stays: when that ends isn't known. */
  function giveBack(howMany: number): void {
    const idle = [...held.values()]
      .flatMap((slot) => (slot.freeAt === undefined ? [] : { slot, freeAt: slot.freeAt }))
      .toSorted((a, b) => a.freeAt - b.freeAt);
    for (const { slot, freeAt } of idle.slice(0, Math.max(0, howMany))) give(slot, freeAt);
  }

  function adopt({ slots, living }: ReserveKept, from: Moment): void {
    since = from;
    const leases = new Map(slots.map(({ id, lease }) => [id, lease]));
    for (const { id, lease } of held.values()) if (leases.get(id) !== lease) held.delete(id);
    for (const slot of slots) {
      if (!held.has(slot.id)) held.set(slot.id, { ...slot, freeAt: -Infinity });
    }
    part = reservePart(size, living, me);
  }

  async function say(wanted: number): Promise<void> {
    const from = momentOf(clocks);
    giveBack(held.size - wanted);
    // The same name until a word is heard: what an earlier one took under it is kept with it.
    const lease = `${me}:${heard + 1}`;
    const giving = given;
    const kept = await table.keepReserve({
      me,
      kept: [...held.values()].map(({ id, lease: of }) => ({ id, lease: of })),
      given: giving.map(({ id, lease: of, freeAt }) => {
        const left = Math.max(0, freeAt - now());
        return { id, lease: of, restMs: left === 0 ? 0 : Math.ceil(left) + figures.clockMarginMs };
      }),
      lease,
      lifeMs: reserveMs,
      part: wanted,
      upTo: size,
      goneMs: figures.replicaGoneMs,
    });
    heard += 1;
    given = given.filter((one) => !giving.includes(one));
    adopt(kept, from);
    if (!kept.isKnown) await renew();
  }

  return {
    get size() {
      return stillCovers(since, reserveMs, wholeQueryMs, clocks) ? held.size : 0;
    },
    get free() {
      return free().length;
    },
    get used() {
      return [...held.values()].filter((slot) => !isFree(slot)).length;
    },
    get underWay() {
      return underWay;
    },
    take() {
      const [slot] = free();
      if (slot === undefined) return undefined;
      slot.freeAt = undefined;
      underWay += 1;
      return endingOnce(
        (rest) => {
          underWay -= 1;
          const whole = rest === 0 ? 0 : rest + figures.clockMarginMs;
          slot.freeAt = now() + whole;
          notBefore(whole, now, wake);
        },
        { restMs, graceMs },
        () => isGood(slot),
      );
    },
    async beat() {
      const before = part;
      await say(part);
      // Who has just come, or hears of others for the first time, need not wait for the next beat.
      if (part !== before || held.size > part) await say(part);
      wake();
    },
    async stop() {
      // Whatever was sent is counted, and has had its second, by then.
      for (const slot of held.values()) give(slot, slot.freeAt ?? now() + wholeQueryMs);
      await say(0);
    },
  };
}
