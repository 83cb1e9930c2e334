import { createLine, type Line } from "../lib/line.ts";
import { createPace } from "../lib/pace.ts";
import { monotonic, type MonotonicClock } from "../lib/time.ts";
import {
  createOwnSlots,
  type Lane,
  type Slot,
  type SlotFigures,
  type SlotSource,
} from "./slots.ts";

export type { Lane, Slot } from "./slots.ts";

export interface QuotaOptions extends SlotFigures {
  readonly longestLine: Readonly<Record<Lane, number>>;
  /** Slots that are shared with other processes; left out, this one has them all to itself. */
  readonly slots?: SlotSource | undefined;
  readonly now?: MonotonicClock;
}

export type Admission =
  | { readonly kind: "admitted"; readonly slot: Slot }
  | { readonly kind: "full"; readonly expectedWaitMs: number }
  | { readonly kind: "aborted" };

export interface Quota {
  /** A slot without a wait; undefined where it takes one, or where others wait already. */
  acquireNow(lane: Lane): Slot | undefined;
  acquire(lane: Lane, signal: AbortSignal): Promise<Admission>;
  readonly waiting: Readonly<Record<Lane, number>>;
  readonly free: number;
  readonly used: number;
}

interface Waiter {
  readonly admit: (slot: Slot) => void;
}

/** After how long whoever finds no slots at all may ask again, in ms. */
const askAgainMs = 5_000;

/** So many queries may be under way before people are spaced as well: each opens a connection. */
const mostUnspaced = 50;

/**
 * Holds to `qps` queries in any sliding second as the server counts them, not as we send them.
 *
 * There are `qps` slots. A query takes one, and the slot is not used again until a second after
 * its answer was heard. Tencent counts a query between our sending and our hearing, so two
 * queries of one slot are always counted more than a second apart, however the network and this
 * process stall. That holds while: a query that was given up is counted within the grace; the
 * clock is monotonic; and no other process uses these slots, unless it takes them from the same
 * table (`shared-slots.ts`).
 *
 * While background work waits, the next query is chosen at a steady pace of one in `1000 / qps`
 * ms, so that slots don't come free in bursts, behind which a person would wait for most of a second.
 * People among themselves gain nothing by it: they go at once.
 */
export function createQuota(options: QuotaOptions): Quota {
  const { qps, longestLine, now = monotonic } = options;
  const slots = options.slots ?? createOwnSlots(options, now);
  const lines: Record<Lane, Line<Waiter>> = { person: createLine(), background: createLine() };
  const pace = createPace(1000 / qps);
  let choosing = false;
  slots.onFree(chooseNext);

  const waiting = (): Record<Lane, number> => ({
    person: lines.person.length,
    background: lines.background.length,
  });

  /** The line of which somebody may go now. */
  function nextLine(): Lane | undefined {
    if (lines.person.length > 0) return slots.has("person") ? "person" : undefined;
    return lines.background.length > 0 && slots.has("background") ? "background" : undefined;
  }

  const needsNoPace = (): boolean => lines.background.length === 0 && slots.underWay < mostUnspaced;

  /** @returns whether somebody was there, and a slot */
  function admitNext(): boolean {
    const lane = nextLine();
    const slot = lane && slots.take(lane);
    if (lane === undefined || slot === undefined) return false;
    lines[lane].next()?.admit(slot);
    slots.want(waiting());
    return true;
  }

  function chooseNext(): void {
    while (needsNoPace() && admitNext());
    if (choosing || nextLine() === undefined) return;
    choosing = true;
    void pace.run(() => {
      choosing = false;
      if (admitNext()) chooseNext();
    });
  }

  return {
    acquireNow(lane) {
      const isNext = lane === "person" && lines.person.length === 0;
      return isNext && needsNoPace() ? slots.take(lane) : undefined;
    },
    acquire(lane, signal) {
      if (signal.aborted) return Promise.resolve({ kind: "aborted" });
      const line = lines[lane];
      const perSecond = slots.perSecond[lane];
      if (line.length >= longestLine[lane] || (perSecond === 0 && lane === "person")) {
        // Everybody before this asker: people always, background work only for its own kind.
        const ahead = lines.person.length + (lane === "person" ? 0 : lines.background.length);
        const expectedWaitMs = perSecond === 0 ? askAgainMs : Math.ceil((ahead / perSecond) * 1000);
        return Promise.resolve({ kind: "full", expectedWaitMs });
      }
      return new Promise((resolve) => {
        const leave = (): void => {
          if (!line.leave(waiter)) return;
          resolve({ kind: "aborted" });
          slots.want(waiting());
        };
        const waiter: Waiter = {
          admit(slot) {
            signal.removeEventListener("abort", leave);
            resolve({ kind: "admitted", slot });
          },
        };
        signal.addEventListener("abort", leave, { once: true });
        line.join(waiter);
        slots.want(waiting());
        chooseNext();
      });
    },
    get waiting() {
      return waiting();
    },
    get free() {
      return slots.free;
    },
    get used() {
      return slots.used;
    },
  };
}
