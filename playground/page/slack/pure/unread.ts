import type { ChannelRow, MessageRow } from "../../../protocol/rows.ts";
import { channelMark, threadMark, type ReadMarks } from "./read-marks.ts";
import { isReply, threadKeyOf, type Messages } from "./threads.ts";

export interface Unread {
  /** What the badge counts: mentions, direct messages, answers, replies in one's threads. */
  readonly count: number;
}

export interface UnreadThings {
  /** Channels with anything unread. */
  readonly channels: ReadonlyMap<string, Unread>;
  /** Keys of threads with unread replies. */
  readonly threads: ReadonlySet<string>;
}

export interface Reader {
  readonly viewer: string;
  readonly marks: ReadMarks;
  readonly channels: ReadonlyMap<string, ChannelRow>;
  /** The channel that is open. It has no badge: its threads show what is unread themselves. */
  readonly open?: string;
}

/** What somebody has not read yet. */
export function unreadThings(messages: Messages, reader: Reader): UnreadThings {
  const followed = followedThreads(messages, reader.viewer);
  const channels = new Map<string, Unread>();
  const threads = new Set<string>();
  for (const row of messages.values()) {
    if (row.author.id === reader.viewer) continue;
    const key = threadKeyOf(row);
    const inThread = isReply(row);
    const isNewInThread = inThread && row.ts > threadMark(reader.marks, key);
    if (isNewInThread) threads.add(key);
    if (row.channel === reader.open) continue;
    const isNewInChannel =
      (!inThread || row.isBroadcast) && row.ts > channelMark(reader.marks, row.channel);
    // A reply that went to the channel too is read once it was seen in either place.
    const isNew = row.isBroadcast
      ? isNewInChannel && isNewInThread
      : isNewInChannel || isNewInThread;
    const counts = isNew && (isFor(row, reader) || (inThread && followed.has(key)));
    if (!counts && !(isNew && isNewInChannel)) continue;
    const before = channels.get(row.channel)?.count ?? 0;
    channels.set(row.channel, { count: before + (counts ? 1 : 0) });
  }
  return { channels, threads };
}

/** Whether somebody is meant, be it by name, by direct message or by an answer for them alone. */
function isFor(row: MessageRow, { viewer, channels }: Reader): boolean {
  const kind = channels.get(row.channel)?.kind;
  return row.isEphemeral || kind === "dm" || kind === "app" || mentions(row.text, viewer);
}

export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`) || everybody.test(text);
}

const everybody = /<!(?:channel|here|everyone)(?:\|[^>]*)?>/;

/** Keys of the threads that somebody wrote in, or is named in. */
function followedThreads(messages: Messages, viewer: string): ReadonlySet<string> {
  const followed = new Set<string>();
  for (const row of messages.values()) {
    if (row.author.id === viewer || mentions(row.text, viewer)) followed.add(threadKeyOf(row));
  }
  return followed;
}
