import type { SlotTable } from "../lib/slot-table.ts";
import { openStore } from "../store/open-store.ts";
import { openSlotTable } from "../store/slot-table.ts";
import type { StorePlace } from "../store/store-place.ts";
import type { Store } from "../store/store.ts";
import type { Unreadiness } from "./health.ts";
import type { Log } from "./log.ts";
import { storeUnreachable } from "./start-problem.ts";

/** What the bot keeps, and what is wrong with that. */
export interface Keeping {
  readonly store: Store | undefined;
  readonly warnings: readonly Unreadiness[];
  /** The quota that this process shares with others over the same database. */
  readonly slotTable?: SlotTable | undefined;
}

export interface KeepingTimes {
  /** For a connection to the store, or one query. */
  readonly storeMs: number;
  /** The same for slots, which somebody waits for. */
  readonly slotTableMs: number;
}

/** Nothing outlives a restart, as the operator wants it. */
export const keepsNothing: Keeping = { store: undefined, warnings: [] };

/**
 * Opens the store. A folder that can't be written costs the watches, not the answers. A PostgreSQL
 * that can't be reached ends the start, for a supervisor to try again: it may be starting as well,
 * and its watches have to go on.
 */
export async function openKeeping(
  place: StorePlace,
  { storeMs, slotTableMs }: KeepingTimes,
  log: Log,
): Promise<Keeping> {
  if (place.kind === "none") return keepsNothing;
  try {
    const store = await openStore(place, storeMs);
    const isShared = place.kind === "postgres";
    const slotTable = isShared ? await openSlotTable(place.url, slotTableMs) : undefined;
    return { store, warnings: [], slotTable };
  } catch (error) {
    if (place.kind === "postgres") {
      const why = new Error("the PostgreSQL of DATABASE_URL could not be used", { cause: error });
      throw Object.assign(why, { code: storeUnreachable });
    }
    log.error(
      { error, folder: place.folder },
      "DATA_DIR can't be used: this bot runs on without watches, and keeps nothing",
    );
    const explanation =
      "The folder of DATA_DIR can't be used, so there are no watches, and a restart forgets what was handled.";
    return { store: undefined, warnings: [{ reason: "no-store", explanation }] };
  }
}
