import type { Card } from "../cards/card.ts";
import type { RoomId } from "../room/room-id.ts";
import type { CardMemory } from "./card-memory.ts";
import type { ChannelPosts } from "./channel-posts.ts";
import type { Delivered } from "./deliver.ts";

/** A thread, by its channel and its first message. */
export interface Thread {
  readonly channel: string;
  readonly thread: string;
}

export type Shown = Delivered & {
  /** The card that was in the thread already and was brought up to date. */
  readonly earlier?: string;
};

/** One card for each room in each thread: asking again brings the first up to date. */
export interface ThreadCards {
  show(thread: Thread, room: RoomId, card: Card): Promise<Shown>;
  /** The rooms that have a card in the thread. */
  roomsIn(thread: Thread): Promise<readonly RoomId[]>;
  /**
   * Lets somebody else take the room's card over, or post one; nobody else posts one meanwhile.
   *
   * @param take is given the card that is there, and returns the one that stands for the room then
   */
  handOver(
    thread: Thread,
    room: RoomId,
    take: (card: string | undefined) => Promise<string | undefined>,
  ): Promise<void>;
}

/** What Slack says of a message that can't be edited any more. */
const gone = /^(?:message_not_found|cant_update_message|edit_window_closed)$/;

export interface ThreadCardsOptions {
  readonly posts: ChannelPosts;
  readonly memory: CardMemory;
  /** Whether somebody else keeps a card up to date, so that it must not be overwritten. */
  readonly isWatched: (channel: string, card: string) => Promise<boolean>;
}

export function createThreadCards({ posts, memory, isWatched }: ThreadCardsOptions): ThreadCards {
  const underWay = new Map<string, Promise<unknown>>();

  async function showNow(thread: Thread, room: RoomId, card: Card): Promise<Shown> {
    const earlier = (await memory.in(thread)).get(room);
    if (earlier !== undefined) {
      if (await isWatched(thread.channel, earlier)) {
        return { kind: "delivered", ts: earlier, earlier };
      }
      const edited = await posts.edit(thread.channel, earlier, card);
      if (edited.kind === "delivered") return { ...edited, earlier };
      if (edited.kind !== "undelivered" || !gone.test(edited.reason)) return edited;
      await memory.remove(thread, room);
    }
    const posted = await posts.post(thread, card);
    if (posted.kind === "delivered" && posted.ts !== undefined) {
      await memory.put(thread, room, posted.ts);
    }
    return posted;
  }

  /** One after the other: two who ask at once would both find no card, and post two. */
  async function inTurn<T>(thread: Thread, room: RoomId, work: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([thread.channel, thread.thread, room]);
    const before = underWay.get(key) ?? Promise.resolve();
    const worked = before.catch(() => undefined).then(work);
    underWay.set(key, worked);
    try {
      return await worked;
    } finally {
      if (underWay.get(key) === worked) underWay.delete(key);
    }
  }

  return {
    show: (thread, room, card) => inTurn(thread, room, () => showNow(thread, room, card)),
    handOver: (thread, room, take) =>
      inTurn(thread, room, async () => {
        const card = await take((await memory.in(thread)).get(room));
        if (card !== undefined) await memory.put(thread, room, card);
      }),
    roomsIn: async (thread) => [...(await memory.in(thread)).keys()],
  };
}
