import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  PostgresDialect,
  sql,
  SqliteDialect,
  type Dialect,
  type Kysely,
  type RawBuilder,
} from "kysely";
import { openPool } from "./pool.ts";
import { reopeningDatabase } from "./sqlite-database.ts";

/** All in which the two databases differ. */
export interface Engine {
  readonly name: "sqlite" | "postgres";
  readonly dialect: Dialect;
  /** Whether rows that are read in order to be changed have to be locked by name. */
  readonly locksRows: boolean;
  /** Whether other processes may work on the same tables, so that their claims are to be kept. */
  readonly isShared: boolean;
  /** The clock of a database that is shared, in ms since 1970; this machine's, where left out. */
  readonly clock?: RawBuilder<number>;
  /** Begins a transaction that waits for others of its kind. */
  readonly beginAlone: (connection: Kysely<unknown>) => Promise<void>;
}

/** The file in DATA_DIR. */
export function sqliteFile(folder: string): string {
  return join(folder, "greenroom.sqlite");
}

/**
 * How long a lock of another process is waited for, in ms. At the start it may be another bot that
 * makes the tables; later on it is no part of this bot, and waiting stops everything here.
 */
const waitForLocks = { atStart: 3_000, later: 200 };

const pragmas = [
  "journal_mode = wal",
  // In WAL, what was committed outlives a killed process; a power cut may cost the last moment.
  "synchronous = normal",
  // What was written goes from the log into the file 32 MB at a time: that waits for the disk, and
  // everything here for it. With SQLite's own 4 MB, busy times would wait every second.
  "wal_autocheckpoint = 8000",
  "foreign_keys = on",
];

/** SQLite in a file of this machine, for one process. */
export async function sqliteEngine(folder: string): Promise<Engine> {
  // It names people and rooms: for this user's eyes, as far as the folder is made here.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Only now: a native module that a bot without a store need not load.
  const { default: Database } = await import("libsql");
  let waitMs = waitForLocks.atStart;
  const open = (): InstanceType<typeof Database> => {
    const database = new Database(sqliteFile(folder));
    try {
      database.pragma(`busy_timeout = ${waitMs}`);
      for (const pragma of pragmas) database.pragma(pragma);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  };
  return {
    name: "sqlite",
    dialect: new SqliteDialect({ database: reopeningDatabase(open) }),
    locksRows: false,
    isShared: false,
    async beginAlone(connection) {
      await sql`begin immediate`.execute(connection);
      waitMs = waitForLocks.later;
      await sql`pragma busy_timeout = ${sql.lit(waitMs)}`.execute(connection);
    },
  };
}

/** Any number, the same for all that use this lock: "green" in ASCII. */
const migrationLock = 0x67_72_65_65;

export async function postgresEngine(url: string, timeoutMs: number): Promise<Engine> {
  const { default: pg } = await import("pg");
  const pool = await openPool(url, timeoutMs, {
    max: 10,
    // As text, otherwise, since a bigint may be beyond 2^53; times and counts of ours are far below.
    types: {
      getTypeParser: (type, format) =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  return {
    name: "postgres",
    dialect: new PostgresDialect({ pool }),
    locksRows: true,
    isShared: true,
    // `now()` stands still in a transaction.
    clock: sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    async beginAlone(connection) {
      await sql`begin`.execute(connection);
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(connection);
    },
  };
}
