import { sql, type Kysely } from "kysely";
import type { Engine } from "./engine.ts";

type Step = (db: Kysely<unknown>) => Promise<void>;

/** In the order in which they run. One that was released is never changed; a new one follows it. */
const migrations: Readonly<Record<string, Step>> = {
  async "001-watches"(db) {
    await db.schema
      .createTable("watches")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("room", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("thread", "text")
      .addColumn("card", "text")
      .addColumn("started_by", "text", (column) => column.notNull())
      .addColumn("started_at", "bigint", (column) => column.notNull())
      .addColumn("ends_at", "bigint", (column) => column.notNull())
      .addColumn("entries_step", "bigint")
      .addColumn("entries_from", "text")
      .addColumn("ended_at", "bigint")
      .addColumn("ended_why", "text")
      .addColumn("ended_detail", "text")
      .addColumn("reading", "text", (column) => column.notNull())
      .addColumn("stale_since", "bigint")
      .addColumn("stale_why", "text")
      .addColumn("wanted", "integer", (column) => column.notNull())
      .addColumn("shown", "integer", (column) => column.notNull())
      .addColumn("shown_at", "bigint")
      .addColumn("begun_at", "bigint")
      .addColumn("not_before", "bigint")
      .addColumn("failures", "integer", (column) => column.notNull())
      .addColumn("due_at", "bigint")
      .addColumn("claimed_by", "text")
      .addColumn("claimed_until", "bigint")
      .execute();
    // One watch of a room in one place: who asks again, at once or at another replica, joins it.
    await sql`create unique index watches_place on watches (channel, coalesce(thread, ''), room)
      where ended_at is null`.execute(db);
    await sql`create index watches_due on watches (due_at) where due_at is not null`.execute(db);
    await sql`create index watches_room on watches (room) where ended_at is null`.execute(db);
    await db.schema
      .createTable("watch_replies")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("watch", "text", (column) =>
        column.notNull().references("watches.id").onDelete("cascade"),
      )
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .addColumn("begun_at", "bigint")
      .addColumn("message", "text")
      .addUniqueConstraint("watch_replies_order", ["watch", "number"])
      .execute();
    await db.schema
      .createTable("checks")
      .addColumn("room", "text", (column) => column.primaryKey())
      .addColumn("due_at", "bigint", (column) => column.notNull())
      .addColumn("hot_until", "bigint", (column) => column.notNull())
      .addColumn("read_at", "bigint", (column) => column.notNull())
      .addColumn("claimed_by", "text")
      .addColumn("claimed_until", "bigint")
      .execute();
    await db.schema.createIndex("checks_due").on("checks").column("due_at").execute();
  },

  async "002-memories"(db) {
    await db.schema
      .createTable("thread_cards")
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("thread", "text", (column) => column.notNull())
      .addColumn("room", "text", (column) => column.notNull())
      .addColumn("card", "text", (column) => column.notNull())
      .addColumn("shown_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("thread_cards_key", ["channel", "thread", "room"])
      .execute();
    await db.schema
      .createTable("handled_events")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("handled_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("look_ups")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("asker", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("entry", "text", (column) => column.notNull())
      .addColumn("room", "text", (column) => column.notNull())
      .addColumn("result", "text", (column) => column.notNull())
      .addColumn("outcome", "text", (column) => column.notNull())
      .addColumn("ms", "integer", (column) => column.notNull())
      .execute();
    // What is too old is found by these.
    await db.schema.createIndex("thread_cards_age").on("thread_cards").column("shown_at").execute();
    await db.schema
      .createIndex("handled_events_age")
      .on("handled_events")
      .column("handled_at")
      .execute();
    await db.schema.createIndex("look_ups_age").on("look_ups").column("at").execute();
  },

  /** Used on PostgreSQL alone, by `slot-queries.ts`: SQLite has one process, with slots of its own. */
  async "003-slots"(db) {
    for (const name of ["slots", "reserve_slots"]) {
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await db.schema
        .createTable(name)
        .addColumn("id", "integer", (column) => column.primaryKey())
        .addColumn("free_at", "bigint", (column) => column.notNull())
        .addColumn("lease", "text")
        .execute();
    }
    await db.schema
      .createTable("slot_epoch")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("started_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("replicas")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("seen_at", "bigint", (column) => column.notNull())
      .addColumn("wanted_at", "bigint", (column) => column.notNull())
      .addColumn("person", "integer", (column) => column.notNull())
      .addColumn("background", "integer", (column) => column.notNull())
      .execute();
  },

  async "004-look-ups-about"(db) {
    // For the audit of one room or one person; the newest are wanted first.
    await db.schema
      .createIndex("look_ups_room")
      .on("look_ups")
      .columns(["room", "at", "id"])
      .execute();
    await db.schema
      .createIndex("look_ups_asker")
      .on("look_ups")
      .columns(["asker", "at", "id"])
      .execute();
  },

  async "005-open-deliveries"(db) {
    const table = db.schema.alterTable("handled_events");
    // One at a time: SQLite adds no two columns in one statement.
    await table.addColumn("sealed", "text").execute();
    await table
      .addColumn("takeovers", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await table.addColumn("claimed_by", "text").execute();
    await table.addColumn("claimed_until", "bigint").execute();
    // They are counted in days: to look through all of them every hour costs less than to keep this.
    await db.schema.dropIndex("handled_events_age").execute();
    await sql`create index handled_events_open on handled_events (claimed_until)
      where sealed is not null`.execute(db);
  },
};

interface Migrations {
  readonly migrations: { name: string };
}

/**
 * Brings the tables to this version. One process at a time: those that start together wait for the
 * first, and then find nothing to do. All of it is one transaction.
 */
export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.connection().execute(async (connection) => {
    await engine.beginAlone(connection);
    try {
      await sql`create table if not exists migrations (name text primary key)`.execute(connection);
      const typed = connection as Kysely<Migrations>;
      const rows = await typed.selectFrom("migrations").select("name").execute();
      const known = new Set(rows.map(({ name }) => name));
      const later = [...known].filter((name) => !(name in migrations));
      if (later.length > 0) {
        throw new Error(`the store is of a later version of this bot: it has ${later.join(", ")}`);
      }
      for (const [name, step] of Object.entries(migrations)) {
        if (known.has(name)) continue;
        // One after the other is the point.
        // oxlint-disable-next-line no-await-in-loop
        await step(connection);
        // oxlint-disable-next-line no-await-in-loop
        await typed.insertInto("migrations").values({ name }).execute();
      }
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}
