import type { Dispatcher } from "undici";
import type { ChannelTurns } from "./channel-turns.ts";
import { deliver, type Posting } from "./deliver.ts";
import { cardIn } from "./direct-message.ts";
import { postToResponseUrl } from "./post-to-response-url.ts";
import type { Reply } from "./reply.ts";

export interface RepliesOptions {
  readonly turns: ChannelTurns;
  /** Whether an address is Slack's, so that it may be posted to. */
  readonly isAllowed: (url: string) => boolean;
  readonly timeoutMs: number;
  /** Aborts when this process stops. */
  readonly signal: AbortSignal;
  readonly dispatcher?: Dispatcher;
}

/** Slack takes 5 posts in 30 minutes through each response_url. */
const mostPosts = 5;

export type Replies = (responseUrl: string, channel: string) => Reply;

/** Answers through the response_url of an interaction, which works where the bot is no member too. */
export function createReplies(options: RepliesOptions): Replies {
  const { turns, isAllowed, signal } = options;
  return (responseUrl, channel) => {
    let posts = 0;
    return {
      get posts() {
        return posts;
      },
      async send(card, placement, mostTries) {
        if (!isAllowed(responseUrl)) {
          return { kind: "undelivered", reason: "response_url is not Slack's" };
        }
        const isForAll = placement.visibility === "in_channel";
        return deliver(
          isForAll ? card : cardIn(channel, card),
          (current) => {
            const post = (): Promise<Posting> => {
              posts += 1;
              return postToResponseUrl(responseUrl, current, placement, options);
            };
            return isForAll && !placement.replace ? turns.take(channel, post) : post();
          },
          () => posts < mostPosts,
          signal,
          mostTries,
        );
      },
    };
  };
}
