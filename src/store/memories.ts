import type { Kysely } from "kysely";
import { createLookUps, type LookUps } from "./look-ups.ts";
import type { Tables } from "./schema.ts";

/** Which card stands for which room in which thread. */
export interface ThreadCardMemory {
  /** The cards of a thread, by their rooms. */
  readonly in: (
    channel: string,
    thread: string,
  ) => Promise<readonly { room: string; card: string }[]>;
  readonly put: (row: {
    channel: string;
    thread: string;
    room: string;
    card: string;
  }) => Promise<void>;
  readonly remove: (channel: string, thread: string, room: string) => Promise<void>;
}

export interface HandledMemory {
  /** @returns whether this one comes for the first time; from then on it counts as handled */
  readonly begins: (id: string) => Promise<boolean>;
}

export interface Memories {
  readonly threadCards: ThreadCardMemory;
  readonly handled: HandledMemory;
  readonly lookUps: LookUps;
  /** Forgets what is older than each of these, in ms since 1970. */
  readonly prune: (before: {
    readonly cards: number;
    readonly handled: number;
    readonly lookUps: number;
  }) => Promise<void>;
}

export function createMemories(db: Kysely<Tables>, now: () => number): Memories {
  return {
    threadCards: {
      in: (channel, thread) =>
        db
          .selectFrom("thread_cards")
          .select(["room", "card"])
          .where("channel", "=", channel)
          .where("thread", "=", thread)
          .execute(),
      async put(row) {
        const { card } = row;
        const shown_at = now();
        await db
          .insertInto("thread_cards")
          .values({ ...row, shown_at })
          .onConflict((conflict) =>
            conflict.columns(["channel", "thread", "room"]).doUpdateSet({ card, shown_at }),
          )
          .execute();
      },
      async remove(channel, thread, room) {
        await db
          .deleteFrom("thread_cards")
          .where("channel", "=", channel)
          .where("thread", "=", thread)
          .where("room", "=", room)
          .execute();
      },
    },
    handled: {
      async begins(id) {
        const fresh = await db
          .insertInto("handled_events")
          .values({ id, handled_at: now() })
          .onConflict((conflict) => conflict.doNothing())
          .returning("id")
          .executeTakeFirst();
        return fresh !== undefined;
      },
    },
    lookUps: createLookUps(db),
    async prune({ cards, handled, lookUps }) {
      await db.deleteFrom("thread_cards").where("shown_at", "<", cards).execute();
      await db.deleteFrom("handled_events").where("handled_at", "<", handled).execute();
      await db.deleteFrom("look_ups").where("at", "<", lookUps).execute();
    },
  };
}
