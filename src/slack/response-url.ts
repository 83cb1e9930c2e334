import { LRUCache } from "lru-cache";
import type { Dispatcher } from "undici";
import type { Card } from "../cards/card.ts";
import { createPace, type Pace } from "../lib/pace.ts";
import { pause } from "../lib/time.ts";
import { plainer } from "./plainer.ts";
import { postCard, type Placement, type Posting } from "./post-card.ts";

export type Delivery =
  | { readonly kind: "delivered"; readonly posts: number }
  /** A public card for which there is no turn in its channel. Nothing was posted. */
  | { readonly kind: "crowded"; readonly posts: number }
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

    function sendOnce(card: Card, placement: Placement): Promise<Posting | "crowded"> {
      const post = (): Promise<Posting> => {
        posts += 1;
        return postCard(responseUrl, card, placement, options);
      };
      const isNewForAll = placement.visibility === "in_channel" && !placement.replace;
      if (!isNewForAll) return post();
      const pace = paceOf(channel);
      return pace.waiting >= options.longestLine
        ? Promise.resolve("crowded")
        : inTurn(pace, post, options.signal);
    }

    return {
      async send(card, placement) {
        if (!isAllowed(responseUrl, options.extraOrigins)) {
          return { kind: "undelivered", reason: "response_url is not Slack's", posts };
        }
        let current = card;
        let reason = "no post left for this response_url";
        for (let tries = 1; tries <= triesOfOneCard && posts < mostPosts; tries += 1) {
          const posting = await sendOnce(current, placement);
          if (posting === "crowded") return { kind: "crowded", posts };
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
          const hasWaited = await pause(wait, options.signal);
          // This process stops: there is no time to wait, but for one more try.
          if (!hasWaited) tries = Math.max(tries, triesOfOneCard - 1);
        }
        return { kind: "undelivered", reason, posts };
      },
    };
  };
}

/** Posts when it is this card's turn. When this process stops first, the turn does not come. */
function inTurn(
  pace: Pace,
  post: () => Promise<Posting>,
  signal: AbortSignal,
): Promise<Posting | "crowded"> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const leave = (): void => {
      if (isOver) return;
      isOver = true;
      resolve("crowded");
    };
    signal.addEventListener("abort", leave, { once: true });
    void pace.run(() => {
      signal.removeEventListener("abort", leave);
      if (isOver) return;
      isOver = true;
      post().then(resolve, reject);
    });
    if (signal.aborted) leave();
  });
}

export type Replies = ReturnType<typeof createReplies>;

function isAllowed(responseUrl: string, extraOrigins: readonly string[]): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const { protocol, hostname, origin } = new URL(responseUrl);
  return (protocol === "https:" && slackHosts.test(hostname)) || extraOrigins.includes(origin);
}
