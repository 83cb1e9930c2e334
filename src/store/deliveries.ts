import { sql, type Kysely } from "kysely";
import type { Claim } from "./claims.ts";
import type { Engine } from "./engine.ts";
import { releaseClaims } from "./release-claims.ts";
import type { Tables } from "./schema.ts";

/** What a delivery of Slack's asks for, sealed, as long as it is not done. */
export interface OpenDelivery {
  readonly id: string;
  readonly sealed: string;
}

/** Which deliveries were taken up, and which of them are not done yet. */
export interface Deliveries {
  /**
   * Takes one up.
   *
   * @param open what is to be done, and who does it; left out where nobody else could
   * @returns whether it comes for the first time; from then on it counts as handled
   */
  readonly begins: (
    id: string,
    open?: Pick<OpenDelivery, "sealed"> & Pick<Claim, "by" | "forMs">,
  ) => Promise<boolean>;
  /** Nothing is left to do for these, and nothing of what they asked is kept. */
  readonly ended: (ids: readonly string[]) => Promise<void>;
  /** Whoever has this name is alive and goes on with what it took up. */
  readonly keep: (claim: Pick<Claim, "by" | "forMs">) => Promise<void>;
  /**
   * Takes what its process left undone.
   *
   * @param limits no older than this, in ms since 1970, and taken from others less often than that
   */
  readonly claim: (
    claim: Omit<Claim, "now">,
    limits: { readonly notBefore: number; readonly mostTimes: number },
  ) => Promise<readonly OpenDelivery[]>;
}

export function createDeliveries(
  db: Kysely<Tables>,
  { locksRows, clock }: Engine,
  now: () => number,
): Deliveries {
  // Where the database is shared its own clock counts, as for every claim.
  const moment = () => (clock === undefined ? sql<number>`${now()}` : sql<number>`${clock}`);
  return {
    async begins(id, open) {
      const claimed =
        open === undefined
          ? {}
          : {
              sealed: open.sealed,
              claimed_by: open.by,
              claimed_until: sql<number>`${moment()} + ${sql.lit(open.forMs)}`,
            };
      const fresh = await db
        .insertInto("handled_events")
        .values({ id, handled_at: now(), takeovers: 0, ...claimed })
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst();
      return fresh !== undefined;
    },
    async ended(ids) {
      await db
        .updateTable("handled_events")
        .set({ sealed: null, ...releaseClaims })
        .where("id", "in", ids)
        .execute();
    },
    async keep({ by, forMs }) {
      await db
        .updateTable("handled_events")
        .set({ claimed_until: sql<number>`${moment()} + ${sql.lit(forMs)}` })
        .where("sealed", "is not", null)
        .where("claimed_by", "=", by)
        .execute();
    },
    async claim({ by, forMs, most }, { notBefore, mostTimes }) {
      const lock = locksRows ? sql`for update skip locked` : sql``;
      const at = sql`(select ${moment()})`;
      const { rows } = await sql<OpenDelivery>`
        update handled_events
        set claimed_by = ${by}, claimed_until = ${at} + ${sql.lit(forMs)}, takeovers = takeovers + 1
        where id in (
          select id from handled_events
          where sealed is not null and (claimed_until is null or claimed_until <= ${at})
            and handled_at > ${notBefore} and takeovers < ${mostTimes}
          order by handled_at limit ${most} ${lock}
        )
        returning id, sealed`.execute(db);
      return rows;
    },
  };
}
