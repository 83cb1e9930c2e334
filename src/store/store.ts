import { Kysely } from "kysely";
import { releaseClaims } from "./claims.ts";
import type { Engine } from "./engine.ts";
import { createMemories, type Memories } from "./memories.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { createChecks, type Checks } from "./checks.ts";
import { createWatches, type Watches } from "./watches.ts";

/** What outlives a restart. */
export interface Store extends Omit<Memories, "prune"> {
  readonly watches: Watches;
  readonly checks: Checks;
  /** Forgets what is older than that. */
  readonly prune: (ages: Ages) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long each thing is kept, in ms. */
export interface Ages {
  readonly endedWatches: number;
  readonly cards: number;
  readonly handled: number;
  readonly lookUps: number;
}

/** The store over one of the two databases, with its tables brought up to date. */
export async function createStore(engine: Engine, now: () => number = Date.now): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await migrate(db as Kysely<unknown>, engine);
    if (!engine.isShared) {
      // No other process works on these tables: what was taken, the last one left behind.
      await db.updateTable("checks").set(releaseClaims).execute();
      await db.updateTable("watches").set(releaseClaims).execute();
    }
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const { prune: pruneMemories, ...memories } = createMemories(db, now);
  const watches = createWatches(db, engine);
  return {
    ...memories,
    watches,
    checks: createChecks(db, engine),
    async prune({ endedWatches, cards, handled, lookUps }) {
      const at = now();
      await watches.prune(at - endedWatches);
      await pruneMemories({ cards: at - cards, handled: at - handled, lookUps: at - lookUps });
    },
    close: () => db.destroy(),
  };
}
