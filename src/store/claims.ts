import { sql, type Kysely } from "kysely";
import type { Engine } from "./engine.ts";
import type { Tables } from "./schema.ts";

/** Work is taken for a while, so that nobody else does it as well, and comes free if its taker dies. */
export interface Claim {
  /** Names this claim. Whoever finds another name there has lost it. */
  readonly by: string;
  /** In ms since 1970. Where the database is shared, its own clock counts in place of this. */
  readonly now: number;
  /** For how long, in ms. */
  readonly forMs: number;
  readonly most: number;
}

const keys = { checks: "room", watches: "id" } as const;

/** Takes what is due and free, the longest due first. @returns the keys of what was taken */
export async function claimDue(
  db: Kysely<Tables>,
  name: keyof typeof keys,
  { by, now: told, forMs, most }: Claim,
  { locksRows, clock }: Engine,
): Promise<readonly string[]> {
  const table = sql.table(name);
  const key = sql.ref(keys[name]);
  const now = clock === undefined ? sql`${told}` : sql`(select ${clock})`;
  // What another is just taking is passed over, not waited for.
  const lock = locksRows ? sql`for update skip locked` : sql``;
  const { rows } = await sql<{ taken: string }>`
    update ${table} set claimed_by = ${by}, claimed_until = ${now} + ${sql.lit(forMs)}
    where ${key} in (
      select ${key} from ${table}
      where due_at <= ${now} and (claimed_until is null or claimed_until <= ${now})
      order by due_at limit ${most} ${lock}
    )
    returning ${key} as taken`.execute(db);
  return rows.map(({ taken }) => taken);
}
