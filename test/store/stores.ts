import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, describe, inject } from "vitest";
import type { StorePlace } from "../../src/store/store-place.ts";
import { postgresEngine, sqliteEngine, type Engine } from "../../src/store/engine.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Place = Exclude<StorePlace, { kind: "none" }>;

const url = inject("postgresUrl");
export const kinds = url === "" ? (["sqlite"] as const) : (["sqlite", "postgres"] as const);
export type Kind = "sqlite" | "postgres";

const databases: string[] = [];
afterAll(async () => {
  for (const name of databases.splice(0)) await asAdministrator(`drop database "${name}" (force)`);
});

async function asAdministrator(query: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}

/** A place that holds nothing yet. */
export async function freshPlace(kind: Kind): Promise<Place> {
  if (kind === "sqlite") return { kind, folder: temporaryFolder() };
  const name = `test-${randomUUID()}`;
  await asAdministrator(`create database "${name}"`);
  databases.push(name);
  return { kind, url: url.replace(/\/postgres$/, `/${name}`) };
}

export function engineOf(place: Place): Promise<Engine> {
  return place.kind === "sqlite" ? sqliteEngine(place.folder) : postgresEngine(place.url, 5_000);
}

/** Runs the tests once on each database, with stores that are closed after each test. */
export function onEachStore(
  name: string,
  tests: (open: (now?: () => number, place?: Place) => Promise<Store>, kind: Kind) => void,
): void {
  describe.each(kinds)(`${name}, on %s`, (kind) => {
    const opened: Store[] = [];
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    tests(async (now, place) => {
      const store = await createStore(await engineOf(place ?? (await freshPlace(kind))), now);
      opened.push(store);
      return store;
    }, kind);
  });
}
