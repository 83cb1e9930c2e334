import type { Demand, ReserveSlot, SlotTable } from "../lib/slot-table.ts";
import { openPool } from "./pool.ts";
import { keepReserve, leave, prepare, renew, trade } from "./slot-queries.ts";

/**
 * The slots of the quota in PostgreSQL, over connections of their own: whoever waits for a slot does
 * not stand in line behind other work.
 *
 * @param timeoutMs for a connection, and for each word
 */
export async function openSlotTable(url: string, timeoutMs: number): Promise<SlotTable> {
  const pool = await openPool(url, timeoutMs, { max: 2 });

  async function ask<Row extends object>(text: string, values: unknown[]): Promise<Row> {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<Row>(text, values);
      client.release();
      const [row] = rows;
      if (row === undefined) throw new Error("the database answers without a row");
      return row;
    } catch (error) {
      // Its answer may still come, and would be taken for that of the next question.
      client.release(true);
      throw error;
    }
  }

  return {
    async prepare({ slots, reserve, silenceMs }) {
      await ask(prepare, [slots, reserve, silenceMs]);
    },
    async trade(trading) {
      const { me, demand, released } = trading;
      const row = await ask<{
        is_known: boolean;
        taken: { id: number; waitMs: number }[];
        others: Demand[];
      }>(trade, [
        me,
        demand.person,
        demand.background,
        released.map(({ id }) => id),
        released.map(({ lease }) => lease),
        released.map(({ restMs }) => restMs),
        trading.take,
        trading.upTo,
        trading.keepFree,
        trading.aheadMs,
        trading.lease,
        trading.leaseMs,
        trading.silentMs,
      ]);
      return { isKnown: row.is_known, taken: row.taken, others: row.others };
    },
    async keepReserve(beat) {
      const { kept, given } = beat;
      const row = await ask<{ is_known: boolean; slots: ReserveSlot[]; living: string[] }>(
        keepReserve,
        [
          beat.me,
          kept.map(({ id }) => id),
          kept.map(({ lease }) => lease),
          given.map(({ id }) => id),
          given.map(({ lease }) => lease),
          given.map(({ restMs }) => restMs),
          beat.lease,
          beat.lifeMs,
          beat.part,
          beat.upTo,
          beat.goneMs,
        ],
      );
      return { isKnown: row.is_known, slots: row.slots, living: row.living };
    },
    async renew({ slotsMs, reserveMs }) {
      await ask(renew, [slotsMs, reserveMs]);
    },
    async leave(me) {
      await ask(leave, [me]);
    },
    close: () => pool.end(),
  };
}
