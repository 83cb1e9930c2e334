import { LRUCache } from "lru-cache";
import type { Dispatcher } from "undici";
import type { Card } from "../cards/card.ts";
import { createPace, type Pace } from "../lib/pace.ts";
import { pause } from "../lib/time.ts";
import { plainer } from "./plainer.ts";
import { postCard, type Placement, type Posting } from "./post-card.ts";

export type Delivery =
  | { readonly kind: "delivered"; readonly posts: number }
  | { readonly kind: "undelivered"; readonly reason: string; readonly posts: number };

/** One interaction's way back to its asker. Slack takes 5 posts in 30 minutes through each. */
export interface Reply {
  /** Never throws. */
  send(card: Card, placement: Placement): Promise<Delivery>;
}

export interface RepliesOptions {
  /** Origins, besides Slack's own, that may be posted to: a test's stand-in for Slack. */
  readonly extraOrigins: readonly string[];
  readonly timeoutMs: number;
  /** Between two public posts in one channel, in ms. Slack takes one a second. */
  readonly channelIntervalMs: number;
  /** Public posts that may wait for one channel. */
  readonly longestLine: number;
  readonly signal: AbortSignal;
  readonly dispatcher?: Dispatcher;
}

const mostPosts = 5;
const triesOfOneCard = 3;
/** Waits before another try, in ms, where Slack names none. */
const backoffMs = [500, 1_500] as const;
/** A longer Retry-After than this is not waited for: the asker would have gone. */
const longestRetryAfterMs = 30_000;
const slackHosts = /^(?:[a-z0-9-]+\.)*slack(?:-gov)?\.com$/;

export function createReplies(options: RepliesOptions) {
  const paces = new LRUCache<string, Pace>({ max: 5_000 });

  function paceOf(channel: string): Pace {
    const known = paces.get(channel);
    if (known !== undefined) return known;
    const pace = createPace(options.channelIntervalMs);
    paces.set(channel, pace);
    return pace;
  }

  return (responseUrl: string, channel: string): Reply => {
    let posts = 0;

    async function sendOnce(card: Card, placement: Placement): Promise<Posting> {
      posts += 1;
      if (placement.visibility === "ephemeral" || placement.replace) {
        return postCard(responseUrl, card, placement, options);
      }
      return paceOf(channel).run(() => postCard(responseUrl, card, placement, options));
    }

    return {
      async send(card, placement) {
        if (!isAllowed(responseUrl, options.extraOrigins)) {
          return { kind: "undelivered", reason: "response_url is not Slack's", posts };
        }
        if (
          placement.visibility === "in_channel" &&
          paceOf(channel).waiting >= options.longestLine
        ) {
          return { kind: "undelivered", reason: "too many posts wait for this channel", posts };
        }
        let current = card;
        let reason = "no post left for this response_url";
        for (let tries = 1; tries <= triesOfOneCard && posts < mostPosts; tries += 1) {
          const posting = await sendOnce(current, placement);
          if (posting.kind === "taken") return { kind: "delivered", posts };
          reason = posting.reason;
          if (posting.kind === "final") break;
          if (posting.kind === "blocks-refused") {
            const next = plainer(current);
            if (next === undefined) break;
            current = next;
            continue;
          }
          const wait = posting.retryAfterMs ?? backoffMs[tries - 1];
          if (wait === undefined || wait > longestRetryAfterMs) break;
          if (!(await pause(wait, options.signal))) break;
        }
        return { kind: "undelivered", reason, posts };
      },
    };
  };
}

export type Replies = ReturnType<typeof createReplies>;

function isAllowed(responseUrl: string, extraOrigins: readonly string[]): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const { protocol, hostname, origin } = new URL(responseUrl);
  return (protocol === "https:" && slackHosts.test(hostname)) || extraOrigins.includes(origin);
}
