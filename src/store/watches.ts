import type { Insertable, Kysely } from "kysely";
import type { CheckTimes } from "./checks.ts";
import { claimDue, type Claim } from "./claims.ts";
import type { Engine } from "./engine.ts";
import type { Tables, WatchTable } from "./schema.ts";
import {
  applyChange,
  stateOf,
  type WatchChange,
  type WatchRow,
  type WatchState,
} from "./watch-state.ts";

export type NewWatchRow = Insertable<WatchTable>;

export interface Watches {
  /** Begins a watch; where the place has one of this room, that one is given back instead. */
  readonly begin: (
    row: NewWatchRow,
    check: CheckTimes,
  ) => Promise<{ readonly isNew: boolean; readonly watch: WatchRow }>;
  /** Those that have not ended, in a channel; the oldest first. */
  readonly activeIn: (channel: string) => Promise<readonly WatchRow[]>;
  /** How many have not ended, in all channels. */
  readonly countActive: () => Promise<number>;
  /** Takes watches for which something is to be done at Slack. */
  readonly claim: (claim: Claim) => Promise<readonly string[]>;
  /** Changes one watch as it stands at that moment. @returns how it stands then */
  readonly change: (
    id: string,
    step: (state: WatchState) => WatchChange,
  ) => Promise<WatchState | undefined>;
  /** Forgets a watch of which nobody has seen anything. */
  readonly remove: (id: string) => Promise<void>;
  /** Forgets those that ended before, with nothing left to say. */
  readonly prune: (before: number) => Promise<void>;
}

export function createWatches(db: Kysely<Tables>, engine: Engine): Watches {
  const { locksRows } = engine;

  async function read(trx: Kysely<Tables>, id: string): Promise<WatchState | undefined> {
    const row = await trx
      .selectFrom("watches")
      .selectAll()
      .where("id", "=", id)
      .$if(locksRows, (query) => query.forUpdate())
      .executeTakeFirst();
    return row === undefined ? undefined : stateOf(trx, row);
  }

  return {
    begin: (row, { dueAt, hotUntil, readAt }) =>
      db.transaction().execute(async (trx) => {
        // First: who begins and who settles the room's last watch lock the two tables in one order.
        await trx
          .insertInto("checks")
          .values({ room: row.room, due_at: dueAt, hot_until: hotUntil, read_at: readAt })
          .onConflict((conflict) =>
            conflict.column("room").doUpdateSet({ due_at: dueAt, hot_until: hotUntil }),
          )
          .execute();
        const fresh = await trx
          .insertInto("watches")
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst();
        if (fresh !== undefined) return { isNew: true, watch: fresh };
        const watch = await trx
          .selectFrom("watches")
          .selectAll()
          .where("channel", "=", row.channel)
          .where("room", "=", row.room)
          .where("thread", row.thread == null ? "is" : "=", row.thread ?? null)
          .where("ended_at", "is", null)
          .executeTakeFirstOrThrow();
        return { isNew: false, watch };
      }),

    activeIn: (channel) =>
      db
        .selectFrom("watches")
        .selectAll()
        .where("channel", "=", channel)
        .where("ended_at", "is", null)
        .orderBy("started_at")
        .execute(),

    async countActive() {
      const { count } = await db
        .selectFrom("watches")
        .select(({ fn }) => fn.countAll().as("count"))
        .where("ended_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    claim: (claim) => claimDue(db, "watches", claim, engine),

    change: (id, step) =>
      db.transaction().execute(async (trx) => {
        const state = await read(trx, id);
        if (state === undefined) return undefined;
        await applyChange(trx, id, step(state));
        return read(trx, id);
      }),

    async remove(id) {
      await db.deleteFrom("watches").where("id", "=", id).execute();
    },

    async prune(before) {
      await db
        .deleteFrom("watches")
        .where("ended_at", "<", before)
        .where("due_at", "is", null)
        .execute();
    },
  };
}
