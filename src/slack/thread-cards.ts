import { LRUCache } from "lru-cache";
import type { Card } from "../cards/card.ts";
import type { RoomId } from "../room/room-id.ts";
import type { ChannelPosts, Place } from "./channel-posts.ts";
import type { Delivered } from "./deliver.ts";

export type Shown = Delivered & {
  /** The card that was in the thread already and was brought up to date. */
  readonly earlier?: string;
};

/** One card for each room in each thread: asking again brings the first up to date. */
export interface ThreadCards {
  show(place: Place & { readonly thread: string }, room: RoomId, card: Card): Promise<Shown>;
}

/** In memory: after a restart, a thread may get a second card of a room. */
export function createThreadCards(posts: ChannelPosts, most: number): ThreadCards {
  const known = new LRUCache<string, string>({ max: most });
  const gone = /^(?:message_not_found|cant_update_message|edit_window_closed)$/;

  return {
    async show(place, room, card) {
      const key = JSON.stringify([place.channel, place.thread, room]);
      const earlier = known.get(key);
      if (earlier !== undefined) {
        const edited = await posts.edit(place.channel, earlier, card);
        if (edited.kind === "delivered") return { ...edited, earlier };
        if (edited.kind !== "undelivered" || !gone.test(edited.reason)) return edited;
        known.delete(key);
      }
      const posted = await posts.post(place, card);
      if (posted.kind === "delivered" && posted.ts !== undefined) known.set(key, posted.ts);
      return posted;
    },
  };
}
