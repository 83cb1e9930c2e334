import type { Kysely, Selectable } from "kysely";
import { createGather } from "../lib/gather.ts";
import { prepared } from "./prepared.ts";
import type { LookUpTable, Tables } from "./schema.ts";

export type LookUpRow = Selectable<LookUpTable>;

/** Which look-ups are meant; all where nothing is said. */
export interface LookUpFilter {
  readonly room?: string | undefined;
  /** Slack's ID of the person. */
  readonly asker?: string | undefined;
  /** In ms since 1970. */
  readonly since?: number | undefined;
}

/** Who asked for what, where, and what came of it. */
export interface LookUps {
  /** It is written at once, or with others within a tenth of a second where many come. */
  readonly add: (row: LookUpRow) => Promise<void>;
  /** The newest first, `most` of them at most. */
  readonly last: (filter: LookUpFilter, most: number) => Promise<readonly LookUpRow[]>;
  /** All of them, the oldest first, in pages, so that they need not fit into memory. */
  readonly pages: (filter: LookUpFilter) => AsyncIterable<readonly LookUpRow[]>;
  /** Over when all that was added is written, or failed. */
  readonly flush: () => Promise<void>;
}

/** Also of one statement: neither database takes one with many more values. */
const rowsOfPage = 1_000;

/** Each row stands in the table and four indexes: alone, it cost more than all else of a command. */
const gatherMs = 100;

export function createLookUps(db: Kysely<Tables>): LookUps {
  const chosen = ({ room, asker, since }: LookUpFilter) =>
    db
      .selectFrom("look_ups")
      .selectAll()
      .$if(room !== undefined, (query) => query.where("room", "=", room ?? ""))
      .$if(asker !== undefined, (query) => query.where("asker", "=", asker ?? ""))
      .$if(since !== undefined, (query) => query.where("at", ">=", since ?? 0));

  const insertOne = prepared(db, (row: LookUpRow) =>
    // Column by column: what stands for the row has no list of its own.
    db.insertInto("look_ups").values({
      id: row.id,
      at: row.at,
      asker: row.asker,
      channel: row.channel,
      entry: row.entry,
      room: row.room,
      result: row.result,
      outcome: row.outcome,
      ms: row.ms,
    }),
  );

  async function insert(rows: readonly LookUpRow[]): Promise<void> {
    const [row] = rows;
    if (row !== undefined && rows.length === 1) {
      await insertOne(row);
      return;
    }
    for (let from = 0; from < rows.length; from += rowsOfPage) {
      const some = rows.slice(from, from + rowsOfPage);
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await db.insertInto("look_ups").values(some).execute();
    }
  }

  const gather = createGather(insert, gatherMs);

  return {
    add: gather.add,
    flush: gather.flush,

    async last(filter, most) {
      await gather.flush();
      return chosen(filter).orderBy("at", "desc").orderBy("id", "desc").limit(most).execute();
    },

    async *pages(filter) {
      await gather.flush();
      let last: LookUpRow | undefined;
      for (;;) {
        const after = last;
        // The next page depends on the last.
        // oxlint-disable-next-line no-await-in-loop
        const rows = await chosen(filter)
          .$if(after !== undefined, (query) =>
            query.where((where) =>
              where.or([
                where("at", ">", after?.at ?? 0),
                where.and([where("at", "=", after?.at ?? 0), where("id", ">", after?.id ?? "")]),
              ]),
            ),
          )
          .orderBy("at")
          .orderBy("id")
          .limit(rowsOfPage)
          .execute();
        if (rows.length > 0) yield rows;
        if (rows.length < rowsOfPage) return;
        last = rows.at(-1);
      }
    },
  };
}
