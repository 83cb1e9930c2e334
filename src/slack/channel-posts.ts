import type { App } from "@slack/bolt";
import type { Card } from "../cards/card.ts";
import type { ChannelTurns } from "./channel-turns.ts";
import { deliver, type Delivered, type Posting } from "./deliver.ts";
import { cardIn } from "./direct-message.ts";
import { judgeWebApiError } from "./web-api-error.ts";

/** Where a message goes: into a channel, or into a thread of it. */
export interface Place {
  readonly channel: string;
  /** The first message of the thread. */
  readonly thread: string | undefined;
}

/**
 * Posts by the Web API, which needs the bot to be in the channel: so direct messages are its own,
 * and what it posts there one person sees. Never throws.
 */
export interface ChannelPosts {
  post(place: Place, card: Card): Promise<Delivered>;
  edit(channel: string, ts: string, card: Card): Promise<Delivered>;
  /** For one person's eyes. Into a thread, Slack shows it only where the thread has replies. */
  tell(place: Place, user: string, card: Card): Promise<Delivered>;
  /** @returns the address of a message, or undefined where Slack does not tell it */
  linkTo(channel: string, ts: string): Promise<string | undefined>;
}

export interface ChannelPostsOptions {
  readonly client: Pick<App["client"], "chat">;
  readonly turns: ChannelTurns;
  /** Aborts when this process stops. */
  readonly signal: AbortSignal;
}

/** The Web API counts no posts of a message, unlike a response_url. */
const always = (): boolean => true;
const without = { unfurl_links: false, unfurl_media: false } as const;

async function attempt(call: () => Promise<{ ts?: string }>): Promise<Posting> {
  try {
    const { ts } = await call();
    return ts === undefined ? { kind: "taken" } : { kind: "taken", ts };
  } catch (error) {
    return judgeWebApiError(error);
  }
}

export function createChannelPosts(options: ChannelPostsOptions): ChannelPosts {
  const { client, turns, signal } = options;

  return {
    post: ({ channel, thread }, card) =>
      deliver(
        cardIn(channel, card),
        ({ text, blocks }) =>
          turns.take(channel, () =>
            attempt(() =>
              client.chat.postMessage({
                channel,
                text,
                blocks: [...blocks],
                ...(thread === undefined ? {} : { thread_ts: thread }),
                ...without,
              }),
            ),
          ),
        always,
        signal,
      ),
    edit: (channel, ts, card) =>
      deliver(
        cardIn(channel, card),
        ({ text, blocks }) =>
          attempt(() => client.chat.update({ channel, ts, text, blocks: [...blocks] })),
        always,
        signal,
      ),
    tell: ({ channel, thread }, user, card) =>
      deliver(
        cardIn(channel, card),
        ({ text, blocks }) =>
          attempt(async () => {
            const { message_ts: ts } = await client.chat.postEphemeral({
              channel,
              user,
              text,
              blocks: [...blocks],
              ...(thread === undefined ? {} : { thread_ts: thread }),
            });
            return ts === undefined ? {} : { ts };
          }),
        always,
        signal,
      ),
    async linkTo(channel, ts) {
      try {
        const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
        return permalink;
      } catch {
        // A link is a convenience: without it the sentence still tells where the card is.
        return undefined;
      }
    },
  };
}
