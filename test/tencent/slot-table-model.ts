import type { Demand, SlotTable } from "../../src/lib/slot-table.ts";

interface Row {
  freeAt: number;
  lease: string | undefined;
}

const now = (): number => performance.now();

/** The table of slots in memory, on the clock of this process: what the SQL does, in few words. */
export function createTableModel() {
  const rows = new Map<number, Row>();
  const reserve = new Map<number, Row>();
  const wants = new Map<string, { readonly demand: Demand; readonly at: number }>();
  let isKnown = true;

  const make = (of: Map<number, Row>, count: number, silenceMs: number): void => {
    for (let id = 1; id <= count; id += 1) {
      if (!of.has(id)) of.set(id, { freeAt: now() + silenceMs, lease: undefined });
    }
  };
  const give = (
    of: Map<number, Row>,
    list: readonly { id: number; lease: string; restMs: number }[],
  ) => {
    for (const { id, lease, restMs } of list) {
      const row = of.get(id);
      if (row?.lease === lease) of.set(id, { freeAt: now() + restMs, lease: undefined });
    }
  };
  const free = (of: Map<number, Row>, upTo: number, by: number) =>
    [...of]
      .filter(([id, { freeAt }]) => isKnown && id <= upTo && freeAt <= by)
      .toSorted(([, a], [, b]) => a.freeAt - b.freeAt);

  const table: SlotTable = {
    async prepare(sizes) {
      make(rows, sizes.slots, sizes.silenceMs);
      make(reserve, sizes.reserve, sizes.silenceMs);
    },
    async trade({ me, demand, released, take, upTo, aheadMs, lease, leaseMs, silentMs }) {
      wants.set(me, { demand, at: now() });
      give(rows, released);
      const taken = free(rows, upTo, now() + aheadMs).slice(0, take);
      for (const [id] of taken) rows.set(id, { freeAt: now() + leaseMs, lease });
      return {
        isKnown,
        taken: taken.map(([id, { freeAt }]) => ({ id, waitMs: Math.max(0, freeAt - now()) })),
        others: [...wants]
          .filter(([other, { at }]) => other !== me && at > now() - silentMs)
          .map(([, want]) => want.demand),
      };
    },
    async keepReserve({ me, kept, given, lease, lifeMs, part, upTo }) {
      if (!wants.has(me)) wants.set(me, { demand: { person: 0, background: 0 }, at: -Infinity });
      give(reserve, given);
      const mine = [...reserve].filter(
        ([id, row]) =>
          row.lease !== undefined &&
          (row.lease === lease || kept.some((one) => one.id === id && one.lease === row.lease)),
      );
      for (const [, row] of mine) row.freeAt = now() + lifeMs;
      const more = free(reserve, upTo, now()).slice(0, Math.max(0, part - mine.length));
      const slots = mine.map(([id, row]) => ({ id, lease: row.lease ?? "" }));
      for (const [id] of more) {
        reserve.set(id, { freeAt: now() + lifeMs, lease });
        slots.push({ id, lease });
      }
      return { isKnown, slots, living: [...wants.keys()] };
    },
    async renew({ slotsMs, reserveMs }) {
      if (isKnown) return;
      isKnown = true;
      for (const id of rows.keys()) rows.set(id, { freeAt: now() + slotsMs, lease: undefined });
      for (const row of reserve.values()) row.freeAt = now() + reserveMs;
    },
    leave: async (me) => void wants.delete(me),
    close: () => Promise.resolve(),
  };
  return {
    table,
    /** As after a start of the database: all that it gave out is unknown to it. */
    restart(): void {
      isKnown = false;
    },
  };
}
