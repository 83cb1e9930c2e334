import { notBefore } from "../lib/time.ts";
import type { Demand, Released, SlotTable } from "../lib/slot-table.ts";
import { momentOf, stillCovers, type Clocks, type Moment } from "../lib/lease.ts";
import { allowances } from "./sharing.ts";
import { endingOnce, type Lane, type Slot } from "./slots.ts";

export interface TableFigures {
  readonly restMs: number;
  readonly graceMs: number;
  readonly silenceMs: number;
  readonly queryTimeoutMs: number;
  /** For how long slots are taken, in ms. */
  readonly leaseMs: number;
  /** Clocks of several machines are read in whole ms: each rest is longer by this. */
  readonly clockMarginMs: number;
  /** Between two words with the table while somebody waits, in ms. */
  readonly tradeEveryMs: number;
  /** Slots are taken ahead that come free so soon, in ms. */
  readonly tradeAheadMs: number;
  /** How long one may be kept waiting that gives back alone, in ms. */
  readonly tradeBackMs: number;
  /** After the table was away, in ms. */
  readonly tradeRetryMs: number;
  /** A demand that nobody repeats is over after this, in ms. */
  readonly demandMs: number;
}

export interface TableSlotsOptions {
  readonly table: SlotTable;
  readonly me: string;
  readonly figures: TableFigures;
  readonly clocks: Clocks;
  /** How many there are, and which of them work may have that nobody waits for: the first ones. */
  readonly slots: number;
  readonly forBackground: number;
  readonly wake: () => void;
  /** The database was started anew, or another took its place. */
  readonly renew: () => Promise<void>;
  /** @param error why the table is away; undefined when it is there again */
  readonly onAway: (error: unknown) => void;
}

export interface TableSlots {
  readonly isAway: boolean;
  readonly free: number;
  readonly used: number;
  /** Those that a query has. */
  readonly underWay: number;
  has(lane: Lane): boolean;
  take(lane: Lane): Slot | undefined;
  want(waiting: Demand): void;
  /** Takes nothing more, and gives everything back. */
  stop(): Promise<void>;
}

/** A slot that was taken, and that no query has yet. */
interface InHand {
  readonly id: number;
  readonly lease: string;
  readonly since: Moment;
  readonly readyAt: number;
}

type Returned = Released & { readonly at: number; readonly since: Moment };

/**
 * Slots of the table in this process: taken in small batches as somebody waits for them, and given
 * back with the rest that their queries ask for, reckoned from when the answer was heard.
 */
export function createTableSlots(options: TableSlotsOptions): TableSlots {
  const { table, me, figures, clocks, slots, forBackground, wake } = options;
  const { restMs, graceMs, queryTimeoutMs, leaseMs, tradeEveryMs, tradeAheadMs } = figures;
  const now = clocks.monotonic;
  // Were this process to die in the middle of it, the query is counted before the lease is over, and
  // more than a second passes before the next.
  const wholeQueryMs = queryTimeoutMs + graceMs + restMs;
  const batch = Math.ceil(((tradeEveryMs + tradeAheadMs) * slots) / 1000);
  const inHand = new Set<InHand>();
  const used: Record<Lane, number> = { person: 0, background: 0 };
  let underWay = 0;
  let returned: Returned[] = [];
  let waiting: Demand = { person: 0, background: 0 };
  let others: readonly Demand[] = [];
  let lastAt = -Infinity;
  let awayAt: number | undefined;
  let isHungry = false;
  let trading: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let count = 0;
  let stopped = false;

  const covers = ({ since }: { readonly since: Moment }): boolean =>
    stillCovers(since, leaseMs, wholeQueryMs, clocks);
  const suits = ({ id }: InHand, lane: Lane): boolean => lane === "person" || id <= forBackground;

  function giveBack({ id, lease, since }: InHand, rest: number): void {
    returned.push({ id, lease, since, restMs: rest, at: now() });
  }

  /** Gives back what is in hand: what was taken ahead may have a rest of its last query left. */
  function drop(these: readonly InHand[], howMany: number): void {
    for (const one of these.slice(0, Math.max(0, howMany))) {
      inHand.delete(one);
      giveBack(one, Math.max(0, one.readyAt - now()));
    }
  }

  /** Whoever these were taken for has left; and what is for people alone serves no other work. */
  function dropIdle(): void {
    const forPeople = [...inHand].filter((one) => !suits(one, "background"));
    drop(forPeople, forPeople.length - waiting.person);
    drop([...inHand], inHand.size - waiting.person - waiting.background);
  }

  function usable(lane: Lane): InHand | undefined {
    let best: InHand | undefined;
    for (const one of inHand) {
      if (!covers(one)) {
        drop([one], 1);
      } else if (suits(one, lane) && one.readyAt <= now() && (best?.id ?? 0) < one.id) best = one;
    }
    return best;
  }

  /** How many more people and other work need than there are in hand. */
  function missing(): Demand {
    const person = waiting.person - inHand.size;
    let spare = 0;
    for (const one of inHand) if (suits(one, "background")) spare += 1;
    return { person, background: waiting.background - Math.min(spare, Math.max(0, -person)) };
  }

  function toTake(demand: Demand): { readonly howMany: number; readonly lane: Lane } {
    const may = allowances(slots, forBackground, demand, others);
    const { person, background } = missing();
    const lane = person > 0 ? "person" : "background";
    const room = Math.min(batch - inHand.size, may[lane] - used[lane] - inHand.size);
    return { lane, howMany: Math.max(0, Math.min(lane === "person" ? person : background, room)) };
  }

  async function trade(): Promise<void> {
    const since = momentOf(clocks);
    lastAt = since.monotonic;
    const demand: Demand = {
      person: Math.min(slots, waiting.person + used.person),
      background: Math.min(forBackground, waiting.background + used.background),
    };
    const { howMany, lane } = stopped ? { howMany: 0, lane: "person" as const } : toTake(demand);
    // A lease that is over has ended by itself.
    const giving = returned.filter((one) => stillCovers(one.since, leaseMs, 0, clocks));
    returned = [];
    count += 1;
    const lease = `${me}:${count}`;
    try {
      const traded = await table.trade({
        me,
        lease,
        leaseMs,
        released: giving.map(({ id, lease: of, restMs: rest, at }) => ({
          id,
          lease: of,
          restMs: Math.max(0, Math.ceil(rest - (now() - at))),
        })),
        demand,
        take: howMany,
        upTo: lane === "person" ? slots : forBackground,
        keepFree: lane === "person" ? forBackground : 0,
        aheadMs: tradeAheadMs,
        silentMs: figures.demandMs,
      });
      const heardAt = now();
      for (const { id, waitMs } of traded.taken) {
        inHand.add({ id, lease, since, readyAt: heardAt + waitMs });
        if (waitMs > 0) notBefore(waitMs, now, wake);
      }
      ({ others } = traded);
      if (!traded.isKnown) await options.renew();
      if (awayAt !== undefined) options.onAway(undefined);
      awayAt = undefined;
    } catch (error) {
      returned.push(...giving);
      if (awayAt === undefined) options.onAway(error);
      awayAt = now();
    }
  }

  function nextTradeAt(): number | undefined {
    const { person, background } = missing();
    const needs = person > 0 || background > 0;
    const hasToSay = returned.length > 0 || inHand.size > 0;
    if (!needs && !hasToSay) return undefined;
    const at = needs
      ? lastAt + (isHungry ? tradeEveryMs : 0)
      : Math.max(lastAt, returned[0]?.at ?? 0) + figures.tradeBackMs;
    return awayAt === undefined ? at : Math.max(at, awayAt + figures.tradeRetryMs);
  }

  function schedule(): void {
    if (trading !== undefined || stopped) return;
    clearTimeout(timer);
    const at = nextTradeAt();
    if (at === undefined) return;
    timer = setTimeout(begin, Math.max(0, at - now()));
  }

  function begin(): void {
    dropIdle();
    trading = trade().finally(() => {
      trading = undefined;
      const left = missing();
      isHungry = left.person > 0 || left.background > 0;
      wake();
      schedule();
    });
  }

  function take(lane: Lane): Slot | undefined {
    const one = usable(lane);
    if (one === undefined) return undefined;
    inHand.delete(one);
    used[lane] += 1;
    underWay += 1;
    return endingOnce(
      (rest) => {
        underWay -= 1;
        const whole = rest === 0 ? 0 : rest + figures.clockMarginMs;
        giveBack(one, whole);
        // From when it may be taken ahead, it counts as that taker's.
        notBefore(Math.max(0, whole - tradeAheadMs), now, () => {
          used[lane] -= 1;
        });
        schedule();
      },
      { restMs, graceMs },
      () => covers(one),
    );
  }

  return {
    get isAway() {
      return awayAt !== undefined;
    },
    get free() {
      return inHand.size;
    },
    get used() {
      return used.person + used.background;
    },
    get underWay() {
      return underWay;
    },
    has: (lane) => usable(lane) !== undefined,
    take,
    want(demand) {
      waiting = demand;
      schedule();
    },
    async stop() {
      clearTimeout(timer);
      stopped = true;
      await trading;
      waiting = { person: 0, background: 0 };
      drop([...inHand], inHand.size);
      await trade();
    },
  };
}
