import type { SlotTable } from "../lib/slot-table.ts";
import { monotonic, pause } from "../lib/time.ts";
import type { Clocks } from "../lib/lease.ts";
import { createReserve, type ReserveFigures } from "./reserve.ts";
import { reserveOf } from "./sharing.ts";
import { partForBackground, type SlotSource } from "./slots.ts";
import { createTableSlots, type TableFigures } from "./table-slots.ts";

export interface SharedSlotsOptions {
  readonly table: SlotTable;
  /** Names this process among the others. */
  readonly me: string;
  readonly qps: number;
  readonly backgroundShare: number;
  readonly figures: TableFigures & ReserveFigures;
  readonly clocks?: Clocks;
  /** @param error why the database is away; undefined when it is there again */
  readonly onAway: (error: unknown) => void;
}

export interface SharedSlots extends SlotSource {
  /** Makes the table ready and takes a part of the reserve. Where it is away, tries on. */
  start(): Promise<void>;
  /** Gives everything back. */
  stop(): Promise<void>;
}

/**
 * One quota for all processes over one database. Most slots stand in a table, from which each takes
 * what it needs. The rest is a reserve, shared out for long: people are served from it first, without
 * a word with the database, and while that is away.
 */
export function createSharedSlots(options: SharedSlotsOptions): SharedSlots {
  const { table, me, qps, figures, onAway } = options;
  const { clocks = { monotonic, wall: Date.now } } = options;
  const reserved = reserveOf(qps);
  const slots = qps - reserved;
  const forBackground = partForBackground(slots, options.backgroundShare);
  const stopping = new AbortController();
  let wake: (() => void) | undefined;
  let beating: Promise<void> | undefined;
  let isPrepared = false;

  async function renew(): Promise<void> {
    await table.prepare({ slots, reserve: reserved, silenceMs: figures.silenceMs });
    await table.renew({
      slotsMs: figures.restMs + figures.leaseMs,
      reserveMs: figures.restMs + figures.reserveMs,
    });
  }

  const parts = { table, me, figures, clocks, renew, wake: () => wake?.() };
  const reserve = createReserve({ ...parts, size: reserved });
  const fromTable = createTableSlots({ ...parts, slots, forBackground, onAway });

  async function beat(): Promise<boolean> {
    try {
      if (!isPrepared) {
        await table.prepare({ slots, reserve: reserved, silenceMs: figures.silenceMs });
        isPrepared = true;
      }
      await reserve.beat();
      return true;
    } catch {
      // The table tells whoever reads the log: it is asked whenever somebody waits.
      return false;
    }
  }

  async function beatOn(first: boolean): Promise<void> {
    let heard = first;
    // oxlint-disable-next-line no-await-in-loop -- one beat after the other
    while (await pause(heard ? figures.beatMs : figures.beatRetryMs, stopping.signal)) {
      // oxlint-disable-next-line no-await-in-loop -- see above
      heard = await beat();
    }
  }

  return {
    has: (lane) => (lane === "person" && reserve.free > 0) || fromTable.has(lane),
    take: (lane) => (lane === "person" ? reserve.take() : undefined) ?? fromTable.take(lane),
    get free() {
      return reserve.free + fromTable.free;
    },
    get used() {
      return reserve.used + fromTable.used;
    },
    get underWay() {
      return reserve.underWay + fromTable.underWay;
    },
    get perSecond() {
      return fromTable.isAway
        ? { person: reserve.size, background: 0 }
        : { person: slots + reserve.size, background: forBackground };
    },
    want({ person, background }) {
      fromTable.want({ person: Math.max(0, person - reserve.free), background });
    },
    onFree(listener) {
      wake = listener;
    },
    async start() {
      const heard = await beat();
      beating = beatOn(heard);
    },
    async stop() {
      stopping.abort();
      await beating;
      // Where the database is away, leases run out by themselves.
      await Promise.allSettled([fromTable.stop(), reserve.stop(), table.leave(me)]);
      await table.close();
    },
  };
}
