import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sqliteEngine } from "../../src/store/engine.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let store: Store;
let other: Database.Database;
beforeEach(async () => {
  const folder = temporaryFolder();
  store = await createStore(await sqliteEngine(folder));
  other = new Database(join(folder, "greenroom.sqlite"));
});
afterEach(async () => {
  other.close();
  await store.close();
});

const claim = { by: "a", now: 1, forMs: 1, most: 1 };
/** A transaction that reads and writes. */
const settle = (): Promise<void> =>
  store.checks.settle("room", () => ({ watches: [], next: undefined }));

it.each([
  ["one that answers with rows", () => store.checks.claim(claim)],
  ["one that writes alone", () => store.checks.hurry("room", { dueAt: 1, hotUntil: 1 })],
])("works at once when a lock is gone that a statement met: %s", async (_, meet) => {
  other.exec("begin immediate");
  await expect(meet()).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  other.exec("rollback");
  await settle();
  expect(await store.checks.claim(claim)).toEqual([]);
});

it("works at once when a lock is gone that a transaction met", async () => {
  const watch = store.watches.change.bind(store.watches, "none", () => ({}));
  other.exec("begin immediate");
  await expect(store.checks.claim(claim)).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  await watch().catch(() => undefined);
  other.exec("rollback");
  await watch();
  await settle();
});
