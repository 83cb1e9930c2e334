import { replacedCard } from "../cards/notices.ts";
import type { ChannelPosts } from "./channel-posts.ts";
import type { Reply } from "./reply.ts";

/**
 * Answers a press. Where the card to be replaced can't be changed any more, as it was deleted, its
 * response_url may be dead as well: then the asker is told by the Web API, where the bot is.
 */
export function createButtonReply(
  inPlace: Reply,
  posts: Pick<ChannelPosts, "tell">,
  asker: { readonly channel: string; readonly user: string },
): Reply {
  let told = 0;
  return {
    get posts() {
      return inPlace.posts + told;
    },
    async send(card, placement, mostTries) {
      const sent = await inPlace.send(card, placement, mostTries);
      if (sent.kind !== "undelivered" || !placement.replace) return sent;
      told += 1;
      const { channel, user } = asker;
      return posts.tell({ channel, thread: undefined }, user, replacedCard(card));
    },
  };
}
