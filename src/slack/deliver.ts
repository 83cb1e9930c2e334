import type { Card } from "../cards/card.ts";
import { pause } from "../lib/time.ts";
import { plainer } from "./plainer.ts";

/** What came of one post. */
export type Posting =
  /** `ts` is the message's name, where Slack tells it. */
  | { readonly kind: "taken"; readonly ts?: string }
  | { readonly kind: "again"; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly kind: "blocks-refused"; readonly reason: string }
  | { readonly kind: "final"; readonly reason: string };

/** What came of a card, after all its tries. */
export type Delivered =
  | { readonly kind: "delivered"; readonly ts?: string }
  /** A public card for which there is no turn in its channel. Nothing was posted. */
  | { readonly kind: "crowded" }
  | { readonly kind: "undelivered"; readonly reason: string };

const triesOfOneCard = 3;
/** Waits before another try, in ms, where Slack names none. */
const backoffMs = [500, 1_500] as const;
/** A longer Retry-After than this is not waited for: the asker would have gone. */
const longestRetryAfterMs = 30_000;

/**
 * Posts a card within Slack's rules: again where another try may help, plainer where Slack refuses
 * its blocks. Never throws.
 *
 * @param mayPost whether another post is allowed
 */
export async function deliver(
  card: Card,
  sendOnce: (card: Card) => Promise<Posting | "crowded">,
  mayPost: () => boolean,
  signal: AbortSignal,
  mostTries: number = triesOfOneCard,
): Promise<Delivered> {
  let current = card;
  let reason = "no post left for this response_url";
  for (let tries = 1; tries <= mostTries && mayPost(); tries += 1) {
    const posting = await sendOnce(current);
    if (posting === "crowded") return { kind: "crowded" };
    if (posting.kind === "taken") return { ...posting, kind: "delivered" };
    reason = posting.reason;
    if (posting.kind === "final") break;
    if (posting.kind === "blocks-refused") {
      const next = plainer(current);
      if (next === undefined) break;
      current = next;
      continue;
    }
    if (!mayPost() || tries === mostTries) break;
    const wait = posting.retryAfterMs ?? backoffMs[tries - 1];
    if (wait === undefined || wait > longestRetryAfterMs) break;
    const hasWaited = await pause(wait, signal);
    // This process stops: there is no time to wait, but for one more try.
    if (!hasWaited) tries = Math.max(tries, mostTries - 1);
  }
  return { kind: "undelivered", reason };
}
