import type { Kysely } from "kysely";
import { createLookUps, type LookUps } from "./look-ups.ts";
import { releaseClaims } from "./release-claims.ts";
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

export interface Memories {
  readonly threadCards: ThreadCardMemory;
  readonly lookUps: LookUps;
  /** Forgets what is older than each of these, in ms since 1970. */
  readonly prune: (before: {
    readonly cards: number;
    readonly handled: number;
    readonly openDeliveries: number;
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
    lookUps: createLookUps(db),
    async prune({ cards, handled, openDeliveries, lookUps }) {
      await db.deleteFrom("thread_cards").where("shown_at", "<", cards).execute();
      await db.deleteFrom("handled_events").where("handled_at", "<", handled).execute();
      // Nobody may answer these any more, so nothing of what they asked stays.
      await db
        .updateTable("handled_events")
        .set({ sealed: null, ...releaseClaims })
        .where("sealed", "is not", null)
        .where("handled_at", "<", openDeliveries)
        .execute();
      await db.deleteFrom("look_ups").where("at", "<", lookUps).execute();
    },
  };
}
