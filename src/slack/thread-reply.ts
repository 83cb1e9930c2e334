import { upToDateCard } from "../cards/notices.ts";
import type { RoomId } from "../room/room-id.ts";
import type { ChannelPosts, Place } from "./channel-posts.ts";
import type { Reply } from "./reply.ts";
import type { ThreadCards } from "./thread-cards.ts";

export interface ThreadReplyOptions {
  readonly posts: ChannelPosts;
  readonly cards: ThreadCards;
  readonly place: Place & { readonly thread: string };
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
