import { Kysely, sql } from "kysely";
import { monotonic } from "../lib/time.ts";
import { releaseClaims } from "./release-claims.ts";
import type { Engine } from "./engine.ts";
import { createMemories, type Memories } from "./memories.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { createChecks, type Checks } from "./checks.ts";
import { createDeliveries, type Deliveries } from "./deliveries.ts";
import { createSharedClock, type SharedClock } from "./shared-clock.ts";
import { createWatches, type Watches } from "./watches.ts";

/** What outlives a restart. */
export interface Store extends Omit<Memories, "prune"> {
  readonly watches: Watches;
  readonly checks: Checks;
  readonly deliveries: Deliveries;
  /** Whether other processes may work on the same tables. */
  readonly isShared: boolean;
  /** The wall clock of all who share it, in ms since 1970. */
  readonly now: () => number;
  /** Forgets what is older than that. */
  readonly prune: (ages: Ages) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long each thing is kept, in ms. */
export interface Ages {
  readonly endedWatches: number;
  readonly cards: number;
  readonly handled: number;
  /** What a delivery asked for, where nobody has done it. */
  readonly openDeliveries: number;
  readonly lookUps: number;
}

/** How often the clock of a database that is shared is asked for, in ms. */
const clockEveryMs = 10_000;

/** The store over one of the two databases, with its tables brought up to date. */
export async function createStore(engine: Engine, told?: () => number): Promise<Store> {
  const { isShared } = engine;
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await migrate(db as Kysely<unknown>, engine);
    if (!isShared) {
      // No other process works on these tables: what was taken, the last one left behind.
      await db.updateTable("checks").set(releaseClaims).execute();
      await db.updateTable("watches").set(releaseClaims).execute();
      await db
        .updateTable("handled_events")
        .set(releaseClaims)
        .where("sealed", "is not", null)
        .execute();
    }
    return assemble(db, engine, await clockOf(db, engine, told));
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** @param told the clock of a test */
function clockOf(
  db: Kysely<Tables>,
  { clock }: Engine,
  told: (() => number) | undefined,
): SharedClock | Promise<SharedClock> {
  if (clock === undefined || told !== undefined) {
    return { now: told ?? Date.now, keep: () => Promise.resolve() };
  }
  const ask = async (): Promise<number> => {
    const { rows } = await sql<{ at: number }>`select ${clock} as at`.execute(db);
    const [row] = rows;
    if (row === undefined) throw new Error("the database does not tell the time");
    return row.at;
  };
  return createSharedClock(ask, clockEveryMs, monotonic);
}

function assemble(db: Kysely<Tables>, engine: Engine, { now, keep }: SharedClock): Store {
  const { prune: pruneMemories, ...memories } = createMemories(db, now);
  const watches = createWatches(db, engine);
  const checks = createChecks(db, engine);
  return {
    ...memories,
    watches,
    checks: {
      ...checks,
      async claim(claim) {
        await keep();
        return checks.claim(claim);
      },
    },
    deliveries: createDeliveries(db, engine, now),
    isShared: engine.isShared,
    now,
    async prune({ endedWatches, cards, handled, openDeliveries, lookUps }) {
      const at = now();
      await watches.prune(at - endedWatches);
      await pruneMemories({
        cards: at - cards,
        handled: at - handled,
        openDeliveries: at - openDeliveries,
        lookUps: at - lookUps,
      });
    },
    async close() {
      await memories.lookUps.flush();
      await db.destroy();
    },
  };
}
