import { sql, type Kysely } from "kysely";
import type { Claim } from "./claims.ts";
import type { Engine } from "./engine.ts";
import { prepared } from "./prepared.ts";
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

interface Beginning extends Readonly<Record<string, string | number | null>> {
  readonly id: string;
  readonly at: number;
  readonly sealed: string | null;
  readonly by: string | null;
  readonly forMs: number;
}

const nothingOpen = { sealed: null, by: null, forMs: 0 } as const;

export function createDeliveries(
  db: Kysely<Tables>,
  { locksRows, clock }: Engine,
  now: () => number,
): Deliveries {
  // Where the database is shared its own clock counts, as for every claim.
  const moment = (at = now()) => (clock === undefined ? sql<number>`${at}` : sql<number>`${clock}`);
  const insert = prepared<Beginning, { id: string }>(db, ({ id, at, sealed, by, forMs }) =>
    db
      .insertInto("handled_events")
      .values({
        id,
        handled_at: at,
        sealed,
        takeovers: 0,
        claimed_by: by,
        claimed_until: sql<number>`${moment(at)} + ${forMs}`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id"),
  );
  const end = (ids: readonly string[]) =>
    db
      .updateTable("handled_events")
      .set({ sealed: null, ...releaseClaims })
      .where("id", "in", ids);
  const endOne = prepared(db, ({ id }: { readonly id: string }) => end([id]));
  return {
    async begins(id, open) {
      const fresh = await insert({ id, at: now(), ...(open ?? nothingOpen) });
      return fresh.length > 0;
    },
    async ended(ids) {
      const [id] = ids;
      if (id !== undefined && ids.length === 1) await endOne({ id });
      else await end(ids).execute();
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
