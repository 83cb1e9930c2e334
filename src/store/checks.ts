import type { Kysely } from "kysely";
import { claimDue, type Claim } from "./claims.ts";
import type { Engine } from "./engine.ts";
import { prepared } from "./prepared.ts";
import { releaseClaims } from "./release-claims.ts";
import type { Tables } from "./schema.ts";
import { applyChange, stateOf, type WatchChange, type WatchState } from "./watch-state.ts";

/** A room as it stands before a reading is noted, with its watches that have not ended. */
export interface Check {
  readonly watches: readonly WatchState[];
  readonly hotUntil: number;
  /** When Tencent last answered. */
  readonly readAt: number;
}

/** What a reading of a room comes to, for all its watches at once. */
export interface CheckChange {
  readonly watches: readonly ({ readonly id: string } & WatchChange)[];
  /** When the room is read next; undefined when nobody watches it any more. */
  readonly next: CheckTimes | undefined;
}

export interface CheckTimes {
  readonly dueAt: number;
  readonly hotUntil: number;
  readonly readAt: number;
}

/** One row for each room that is watched, so that all its watches cost one query. */
export interface Checks {
  /** Takes rooms that are due to be read; others leave them alone until the claim is over. */
  readonly claim: (claim: Claim) => Promise<readonly string[]>;
  /** Whether somebody watches a room. */
  readonly has: (room: string) => Promise<boolean>;
  /**
   * Notes what a reading came to, and gives the room back.
   *
   * @param by the claim it was read for: where another has the room by now, nothing is noted. Left
   *   out for a reading of somebody who asked, which leaves the claim of others alone.
   */
  readonly settle: (
    room: string,
    step: (check: Check) => CheckChange,
    by?: string,
  ) => Promise<void>;
  /** Somebody asks for the room: it is read soon, and often for a while. */
  readonly hurry: (room: string, times: Pick<CheckTimes, "dueAt" | "hotUntil">) => Promise<void>;
}

export function createChecks(db: Kysely<Tables>, engine: Engine): Checks {
  const { locksRows } = engine;
  const find = prepared(db, ({ room }: { readonly room: string }) =>
    db.selectFrom("checks").select("room").where("room", "=", room),
  );
  return {
    claim: (claim) => claimDue(db, "checks", claim, engine),

    has: async (room) => (await find({ room })).length > 0,

    settle: (room, step, by) =>
      db.transaction().execute(async (trx) => {
        const check = await trx
          .selectFrom("checks")
          .selectAll()
          .where("room", "=", room)
          .$if(locksRows, (query) => query.forUpdate())
          .executeTakeFirst();
        if (check === undefined || (by !== undefined && check.claimed_by !== by)) return;
        const rows = await trx
          .selectFrom("watches")
          .selectAll()
          .where("room", "=", room)
          .where("ended_at", "is", null)
          // Always in one order, so that no two wait for each other's locks.
          .orderBy("id")
          .$if(locksRows, (query) => query.forUpdate())
          .execute();
        const watches: WatchState[] = [];
        // oxlint-disable-next-line no-await-in-loop -- a transaction has one connection
        for (const row of rows) watches.push(await stateOf(trx, row));
        const { hot_until: hotUntil, read_at: readAt } = check;
        const { watches: changes, next } = step({ watches, hotUntil, readAt });
        // oxlint-disable-next-line no-await-in-loop -- a transaction has one connection
        for (const { id, ...change } of changes) await applyChange(trx, id, change);
        if (next === undefined) {
          await trx.deleteFrom("checks").where("room", "=", room).execute();
          return;
        }
        const set = { due_at: next.dueAt, hot_until: next.hotUntil, read_at: next.readAt };
        await trx
          .updateTable("checks")
          .set({ ...set, ...(by === undefined ? {} : releaseClaims) })
          .where("room", "=", room)
          .execute();
      }),

    async hurry(room, { dueAt, hotUntil }) {
      await db
        .updateTable("checks")
        .set({ hot_until: hotUntil })
        .where("room", "=", room)
        .execute();
      await db
        .updateTable("checks")
        .set({ due_at: dueAt })
        .where("room", "=", room)
        .where("due_at", ">", dueAt)
        .execute();
    },
  };
}
