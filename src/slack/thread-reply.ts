import { upToDateCard } from "../cards/notices.ts";
import type { RoomId } from "../room/room-id.ts";
import type { ChannelPosts, Place } from "./channel-posts.ts";
import type { Delivered } from "./deliver.ts";
import type { Reply } from "./reply.ts";
import type { Thread, ThreadCards } from "./thread-cards.ts";

export interface ThreadReplyOptions {
  readonly posts: ChannelPosts;
  readonly cards: ThreadCards;
  readonly place: Thread;
  /** Whether the thread has replies: without any, Slack shows nobody what is told to one person. */
  readonly hasReplies: boolean;
  readonly user: string;
  /** The room that the card is about, so that the thread keeps one card of it. */
  readonly room: RoomId | undefined;
}

/** Answers in a thread, by the Web API. */
export function createThreadReply(options: ThreadReplyOptions): Reply {
  const { posts, cards, place, user, room } = options;
  const privately: Place = options.hasReplies ? place : { ...place, thread: undefined };
  let count = 0;

  return {
    get posts() {
      return count;
    },
    async send(card, { visibility }) {
      count += 1;
      if (visibility === "ephemeral") return posts.tell(privately, user, card);
      if (room === undefined) return posts.post(place, card);
      const shown = await cards.show(place, room, card);
      if (shown.earlier === undefined) return shown;
      // The card is further up: the asker would not see that it has changed.
      const link = await posts.linkTo(place.channel, shown.earlier);
      count += 1;
      await posts.tell(place, user, upToDateCard(room, link));
      return shown;
    },
  };
}

/** Answers an alert in its thread. Nobody asked, so there is nobody to tell anything alone. */
export function createAlertReply(cards: ThreadCards, thread: Thread, room: RoomId): Reply {
  let count = 0;
  return {
    get posts() {
      return count;
    },
    async send(card, { visibility }): Promise<Delivered> {
      if (visibility === "ephemeral") return { kind: "undelivered", reason: "nobody asked" };
      count += 1;
      return cards.show(thread, room, card);
    },
  };
}
