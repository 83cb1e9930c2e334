import type { ReserveKept, ReserveSlot, SlotTable } from "../lib/slot-table.ts";
import { notBefore } from "../lib/time.ts";
import { momentOf, stillCovers, type Clocks, type Moment } from "./lease.ts";
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
  take(): Slot | undefined;
  /** One word with the database. @throws when it is away */
  beat(): Promise<void>;
  /** Gives back what no query has, and forgets the rest: its time runs out by itself. */
  stop(): Promise<void>;
}

type Held = ReserveSlot & { isFree: boolean };

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
  let unheard: string[] = [];
  let since: Moment = momentOf(clocks);
  let part = 0;
  let count = 0;

  const isGood = (slot: Held): boolean =>
    held.get(slot.id) === slot && stillCovers(since, reserveMs, wholeQueryMs, clocks);
  const free = (): Held[] => [...held.values()].filter((slot) => slot.isFree && isGood(slot));

  function adopt({ slots, living }: ReserveKept, from: Moment): void {
    since = from;
    const leases = new Map(slots.map(({ id, lease }) => [id, lease]));
    for (const { id, lease } of held.values()) if (leases.get(id) !== lease) held.delete(id);
    for (const slot of slots) if (!held.has(slot.id)) held.set(slot.id, { ...slot, isFree: true });
    part = reservePart(size, living, me);
  }

  async function say(wanted: number): Promise<void> {
    const from = momentOf(clocks);
    const given = free().slice(0, Math.max(0, held.size - wanted));
    // From here on they may be another's, whatever becomes of this word.
    for (const { id } of given) held.delete(id);
    count += 1;
    const lease = `${me}:${count}`;
    unheard = [...unheard.slice(-9), lease];
    const kept = await table.keepReserve({
      me,
      kept: [...held.values()].map(({ id, lease: of }) => ({ id, lease: of })),
      given: given.map(({ id, lease: of }) => ({ id, lease: of, restMs: 0 })),
      unheard,
      lease,
      lifeMs: reserveMs,
      part: wanted,
      upTo: size,
      goneMs: figures.replicaGoneMs,
    });
    unheard = unheard.filter((one) => one !== lease);
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
    take() {
      const [slot] = free();
      if (slot === undefined) return undefined;
      slot.isFree = false;
      return endingOnce(
        (rest) => {
          const whole = rest === 0 ? 0 : rest + figures.clockMarginMs;
          notBefore(whole, now, () => {
            slot.isFree = true;
            wake();
          });
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
      part = 0;
      await say(0);
      held.clear();
    },
  };
}
