import type { StorePlace } from "./store-place.ts";
import type { Store } from "./store.ts";

/**
 * Opens the store and brings its tables up to date. What it needs is loaded only where it is used,
 * so that a bot without a store starts without any of it.
 *
 * @param timeoutMs for one connection or query, where there is a network between
 */
export async function openStore(
  place: Exclude<StorePlace, { kind: "none" }>,
  timeoutMs: number,
): Promise<Store> {
  const { createStore } = await import("./store.ts");
  const { postgresEngine, sqliteEngine } = await import("./engine.ts");
  return createStore(
    place.kind === "sqlite"
      ? await sqliteEngine(place.folder)
      : await postgresEngine(place.url, timeoutMs),
  );
}
