import type Database from "libsql";
import type { SqliteDatabase } from "kysely";
import { LRUCache } from "lru-cache";

/** There are about fifty; a few differ by how many rows they take. */
const mostPrepared = 200;

/**
 * A connection to a file, for Kysely, that is opened anew after a statement that failed. libsql
 * leaves such a statement under way until its memory is collected, and until then every commit of
 * that connection fails: one that met a lock for a moment would fail for as long as that takes.
 *
 * @param open opens the file; throws where that fails
 */
export function reopeningDatabase(open: () => Database.Database): SqliteDatabase {
  let current = open();
  let hasFailed = false;
  // To compile a statement takes as long as to run it.
  const prepared = new LRUCache<string, Database.Statement>({ max: mostPrepared });

  function heard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  }

  return {
    prepare(sql) {
      // A transaction is rolled back where it was begun.
      if (hasFailed && !current.inTransaction) {
        const next = open();
        current.close();
        current = next;
        prepared.clear();
        hasFailed = false;
      }
      const statement = prepared.get(sql) ?? current.prepare(sql);
      prepared.set(sql, statement);
      return {
        reader: statement.reader,
        all: (parameters) => heard(() => statement.all(parameters)),
        run: (parameters) => heard(() => statement.run(parameters)),
        iterate: (parameters) => heard(() => statement.iterate(parameters)),
      };
    },
    close: () => void current.close(),
  };
}
