import type { MessageRow } from "../../../protocol/rows.ts";

/** How messages hang together: what a channel lists, and what lies in a thread. */

export type Messages = ReadonlyMap<string, MessageRow>;

/** The key of a message, and of the thread that begins with it: its row's ID. */
export function keyOf(channel: string, ts: string): string {
  return `${channel} ${ts}`;
}

export function isReply({ threadTs, ts }: MessageRow): boolean {
  return threadTs !== undefined && threadTs !== ts;
}

/** The key of the thread that a message begins or belongs to. */
export function threadKeyOf({ channel, threadTs, ts }: MessageRow): string {
  return keyOf(channel, threadTs ?? ts);
}

/** A ts has as many digits as any other until the year 2286. */
function byTs(one: MessageRow, other: MessageRow): number {
  if (one.ts === other.ts) return 0;
  return one.ts < other.ts ? -1 : 1;
}

/** What a channel lists: first messages, and replies that were sent to the channel too. */
export function messagesIn(messages: Messages, channel: string): readonly MessageRow[] {
  return [...messages.values()]
    .filter((row) => row.channel === channel && (!isReply(row) || row.isBroadcast))
    .toSorted(byTs);
}

export function repliesTo(messages: Messages, channel: string, ts: string): readonly MessageRow[] {
  return [...messages.values()]
    .filter((row) => row.channel === channel && row.threadTs === ts && isReply(row))
    .toSorted(byTs);
}

export interface ThreadSummary {
  /** Without those that only one person sees, as Slack counts. */
  readonly count: number;
  /** Of the last reply, also one that only the viewer sees. */
  readonly lastTs: string;
  /** Up to three, whoever replied first comes first. */
  readonly authors: readonly MessageRow["author"][];
}

const mostAuthors = 3;

/** Every thread that has a reply, by its key. */
export function threadSummaries(messages: Messages): ReadonlyMap<string, ThreadSummary> {
  const summaries = new Map<string, ThreadSummary>();
  for (const reply of [...messages.values()].filter(isReply).toSorted(byTs)) {
    const key = threadKeyOf(reply);
    const { count = 0, authors = [] } = summaries.get(key) ?? {};
    const isNew = !authors.some(({ id }) => id === reply.author.id);
    summaries.set(key, {
      count: reply.isEphemeral ? count : count + 1,
      lastTs: reply.ts,
      authors: isNew && authors.length < mostAuthors ? [...authors, reply.author] : authors,
    });
  }
  return summaries;
}

/** `1 reply`, `3 replies` */
export function repliesInWords(count: number): string {
  return count === 1 ? "1 reply" : `${count} replies`;
}
