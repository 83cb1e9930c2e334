import type { Card } from "../cards/card.ts";

/** Where a message of a watch goes: into a channel, or into a thread of it. */
export interface WatchPlace {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** What came of one message. */
export type Posted =
  | { readonly kind: "done"; readonly ts: string }
  /** Not taken now; perhaps later. */
  | { readonly kind: "later"; readonly reason: string; readonly afterMs?: number }
  /** No answer came: it may have been taken. */
  | { readonly kind: "doubtful"; readonly reason: string }
  /** The message, the channel or the right to it is gone for good. */
  | { readonly kind: "lost"; readonly reason: string };

export type Sought =
  | { readonly kind: "found"; readonly ts: string }
  /** It is not there, or this bot may not look. */
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly reason: string };

/** Slack, as far as watches need it. Each call is one try, and none throws. */
export interface WatchPosts {
  /**
   * @param mark travels with the message unseen, so that it can be found again
   * @param mayLeave asked in the moment of sending; where not, nothing is sent
   */
  post(place: WatchPlace, mark: string, card: Card, mayLeave: () => boolean): Promise<Posted>;
  edit(channel: string, ts: string, card: Card, mayLeave: () => boolean): Promise<Posted>;
  /** Looks for a message that was posted with this mark. @param since ms since 1970 */
  seek(place: WatchPlace, mark: string, since: number): Promise<Sought>;
}
