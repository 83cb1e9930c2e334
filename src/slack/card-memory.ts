import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import { within } from "../lib/time.ts";
import type { Log } from "../ops/log.ts";
import { readRoomId, type RoomId } from "../room/room-id.ts";
import type { Store } from "../store/store.ts";
import type { Thread } from "./thread-cards.ts";

/** Which message stands for which room in a thread. Never throws. */
export interface CardMemory {
  readonly in: (thread: Thread) => Promise<ReadonlyMap<RoomId, string>>;
  readonly put: (thread: Thread, room: RoomId, card: string) => Promise<void>;
  readonly remove: (thread: Thread, room: RoomId) => Promise<void>;
}

export interface CardMemoryOptions {
  readonly mostThreads: number;
  /** What outlives a restart; undefined where nothing does. */
  readonly store: Pick<Store, "isShared" | "threadCards"> | undefined;
  /** How long the store is waited for, in ms: somebody waits for an answer meanwhile. */
  readonly waitMs: number;
  readonly log: Log;
}

/**
 * In memory, and in the store where there is one. Where other processes use it too, it is asked each
 * time, since they post cards as well. Where it fails, this process still knows its own cards; a
 * thread may then get a second one after a restart, or of another process.
 */
export function createCardMemory(options: CardMemoryOptions): CardMemory {
  const { mostThreads, store, waitMs, log } = options;
  const stored = store?.threadCards;
  const known = new LRUCache<string, Map<RoomId, string>>(atMost(mostThreads));

  async function trying(work: () => Promise<void>): Promise<boolean> {
    try {
      await within(work(), waitMs, "the store did not answer in time");
      return true;
    } catch (error) {
      log.warn({ error }, "the store does not take or tell which card stands for which room");
      return false;
    }
  }

  async function cardsIn({ channel, thread }: Thread): Promise<Map<RoomId, string>> {
    const key = JSON.stringify([channel, thread]);
    const cards = known.get(key) ?? new Map<RoomId, string>();
    if (known.has(key) && store?.isShared !== true) return cards;
    const isRead = await trying(async () => {
      for (const { room, card } of (await stored?.in(channel, thread)) ?? []) {
        const reading = readRoomId(room);
        if (reading.ok) cards.set(reading.id, card);
      }
    });
    // Another may have been faster, and have posted meanwhile.
    const others = known.get(key);
    if (others !== undefined) return others;
    if (isRead) known.set(key, cards);
    return cards;
  }

  return {
    in: cardsIn,
    async put(thread, room, card) {
      const cards = await cardsIn(thread);
      cards.set(room, card);
      known.set(JSON.stringify([thread.channel, thread.thread]), cards);
      await trying(async () => stored?.put({ ...thread, room, card }));
    },
    async remove(thread, room) {
      (await cardsIn(thread)).delete(room);
      await trying(async () => stored?.remove(thread.channel, thread.thread, room));
    },
  };
}
