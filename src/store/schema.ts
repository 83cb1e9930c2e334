/**
 * What the tables hold, for both databases alike: text and whole numbers alone. Times are in ms
 * since 1970. A null is what isn't there, or not yet.
 */
export interface Tables {
  readonly watches: WatchTable;
  readonly watch_replies: WatchReplyTable;
  readonly checks: CheckTable;
  readonly thread_cards: ThreadCardTable;
  readonly handled_events: HandledEventTable;
  readonly look_ups: LookUpTable;
}

/** A card that follows its room. */
export interface WatchTable {
  id: string;
  room: string;
  channel: string;
  /** The thread that the card stands in; null where it stands in the channel itself. */
  thread: string | null;
  /** The message that is the card, once Slack has said so. */
  card: string | null;
  started_by: string;
  started_at: number;
  ends_at: number;
  /** Tell of so many more entries; null where nobody asked for that. */
  entries_step: number | null;
  /** What the next jump is counted from, in digits: entries may be beyond 2^53. */
  entries_from: string | null;
  ended_at: number | null;
  /** Why it ended: gone, expired, stopped or lost. */
  ended_why: string | null;
  /** Who stopped it, or Slack's word for what is lost. */
  ended_detail: string | null;
  /** What the card shows of the room, as JSON. */
  reading: string;
  /** Since when Tencent gives no answer, where the card has to say so, and why. */
  stale_since: number | null;
  stale_why: string | null;
  /** Counts what the card should show, and which of these it shows; 0 is nothing yet. */
  wanted: number;
  shown: number;
  shown_at: number | null;
  /** When a post of the card was begun of which nothing is known yet. */
  begun_at: number | null;
  /** No post before this, since the last one failed; and how many messages have in a row. */
  not_before: number | null;
  failures: number;
  /** When there is next something to do at Slack. */
  due_at: number | null;
  claimed_by: string | null;
  claimed_until: number | null;
}

/** What is to be said in a watch's thread, and what was. */
export interface WatchReplyTable {
  id: string;
  watch: string;
  /** Replies go out in this order. */
  number: number;
  /** What changed, as JSON. */
  words: string;
  /** When its post was begun. Without a message, nothing is known of what came of it. */
  begun_at: number | null;
  message: string | null;
}

/** When a room that is watched is read next: one reading for all its watches. */
export interface CheckTable {
  room: string;
  due_at: number;
  /** Until when it is read often. */
  hot_until: number;
  /** When Tencent last answered. */
  read_at: number;
  claimed_by: string | null;
  claimed_until: number | null;
}

/** Which message stands for which room in which thread. */
export interface ThreadCardTable {
  channel: string;
  thread: string;
  room: string;
  card: string;
  shown_at: number;
}

/** What Slack delivered and was taken up, so that the same again is let go, and none is left undone. */
export interface HandledEventTable {
  id: string;
  handled_at: number;
  /** What it asks for, which only who has the bot's token can read; null once that is done. */
  sealed: string | null;
  /** How often its process was gone and another took it. */
  takeovers: number;
  claimed_by: string | null;
  claimed_until: number | null;
}

/** Who asked for what, where, and what came of it. */
export interface LookUpTable {
  id: string;
  at: number;
  asker: string;
  channel: string;
  entry: string;
  room: string;
  result: string;
  outcome: string;
  ms: number;
}
