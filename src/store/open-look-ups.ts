import { access } from "node:fs/promises";
import type { LookUps } from "./look-ups.ts";
import type { Tables } from "./schema.ts";
import type { StorePlace } from "./store-place.ts";

/** The look-ups of a store that a bot keeps, which may be running: its tables are left as they are. */
export interface OpenLookUps extends Pick<LookUps, "last" | "pages"> {
  readonly close: () => Promise<void>;
}

/**
 * @param timeoutMs for one connection or query, where there is a network between
 * @returns undefined where no bot has kept anything yet
 */
export async function openLookUps(
  place: Exclude<StorePlace, { kind: "none" }>,
  timeoutMs: number,
): Promise<OpenLookUps | undefined> {
  const { Kysely } = await import("kysely");
  const { postgresEngine, sqliteEngine, sqliteFile } = await import("./engine.ts");
  const { createLookUps } = await import("./look-ups.ts");
  // Otherwise SQLite would make an empty file, of whoever asks and not of the bot.
  if (place.kind === "sqlite" && !(await isThere(sqliteFile(place.folder)))) return undefined;
  const engine =
    place.kind === "sqlite"
      ? await sqliteEngine(place.folder)
      : await postgresEngine(place.url, timeoutMs);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === "look_ups")) {
      await db.destroy();
      return undefined;
    }
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { ...createLookUps(db), close: () => db.destroy() };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    // One that may not be read is there, and opening it tells why.
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}
