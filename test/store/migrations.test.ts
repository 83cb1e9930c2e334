import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { migrate } from "../../src/store/migrations.ts";
import { createStore } from "../../src/store/store.ts";
import type { StorePlace } from "../../src/store/store-place.ts";
import { engineOf, freshPlace, kinds } from "./stores.ts";

const program = `
  const { openStore } = await import(process.argv[1]);
  const store = await openStore(JSON.parse(process.argv[2]), 5_000);
  process.stdout.write(String(await store.deliveries.begins("Ev1")));
  await store.close();
`;
const openStoreFile = new URL("../../dist/store/open-store.js", import.meta.url).href;

/** As another process of the bot does. @returns whether it was the first to take the event */
async function openInProcess(place: StorePlace): Promise<string> {
  const words = ["--input-type=module", "-e", program, openStoreFile, JSON.stringify(place)];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return stdout;
}

describe.each(kinds)("the tables, on %s", (kind) => {
  it("are made once, also by four that start together, and stay with what they hold", async () => {
    const place = await freshPlace(kind);
    const firsts = await Promise.all(Array.from({ length: 4 }, () => openInProcess(place)));
    expect(firsts.toSorted()).toEqual(["false", "false", "false", "true"]);
    const again = await createStore(await engineOf(place));
    expect(await again.deliveries.begins("Ev1")).toBe(false);
    await again.close();
  });

  it("of a later version of the bot are left alone, with a word about it", async () => {
    const place = await freshPlace(kind);
    await (await createStore(await engineOf(place))).close();
    const engine = await engineOf(place);
    const db = new Kysely<unknown>({ dialect: engine.dialect });
    await sql`insert into migrations (name) values ('999-later')`.execute(db);
    await expect(migrate(db, engine)).rejects.toThrow(
      "later version of this bot: it has 999-later",
    );
    await db.destroy();
  });
});
