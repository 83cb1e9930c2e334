import type { ChannelPosts, Place } from "./channel-posts.ts";
import type { Reply } from "./reply.ts";

/**
 * Answers in the direct messages with the bot, where the asker alone sees what is posted: so
 * everything is a message that stays, beneath the question. The answer takes the place of the line
 * that announced it.
 */
export function createDirectReply(posts: ChannelPosts, place: Place, user: string): Reply {
  let count = 0;
  let announced: string | undefined;
  return {
    get posts() {
      return count;
    },
    async send(card) {
      count += 1;
      if (announced !== undefined) {
        const edited = await posts.edit(place.channel, announced, card);
        if (edited.kind === "delivered") return edited;
      }
      const sent = await posts.post(place, card);
      // Too many wait for their turn, or this bot stops: a word to one person needs no turn.
      if (sent.kind === "crowded") return posts.tell(place, user, card);
      if (sent.kind === "delivered") announced = sent.ts;
      return sent;
    },
  };
}
