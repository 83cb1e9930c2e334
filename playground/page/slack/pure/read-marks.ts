import type { Messages } from "./threads.ts";
import { isReply, threadKeyOf } from "./threads.ts";
import { home, type Place } from "./place.ts";

/** How far somebody has read. Each mark is the ts of the last message seen. */
export interface ReadMarks {
  /** Whatever was there when they first looked counts as read. */
  readonly since: string;
  readonly channels: ReadonlyMap<string, string>;
  /** By the thread's key. */
  readonly threads: ReadonlyMap<string, string>;
}

export function freshMarks(messages: Messages): ReadMarks {
  let since = "";
  for (const { ts } of messages.values()) if (ts > since) since = ts;
  return { since, channels: new Map(), threads: new Map() };
}

export function channelMark({ since, channels }: ReadMarks, channel: string): string {
  return later(since, channels.get(channel));
}

export function threadMark({ since, threads }: ReadMarks, key: string): string {
  return later(since, threads.get(key));
}

function later(one: string, other = ""): string {
  return one > other ? one : other;
}

/** The marks once everything at a place was seen; the same object if nothing was new. */
export function readAt(marks: ReadMarks, place: Place, messages: Messages): ReadMarks {
  if (place.channel === home) return marks;
  const threadKey = place.thread === undefined ? undefined : `${place.channel} ${place.thread}`;
  let channel = channelMark(marks, place.channel);
  let thread = threadKey === undefined ? "" : threadMark(marks, threadKey);
  for (const row of messages.values()) {
    if (row.channel !== place.channel) continue;
    if (!isReply(row) || row.isBroadcast) channel = later(channel, row.ts);
    if (isReply(row) && threadKeyOf(row) === threadKey) thread = later(thread, row.ts);
  }
  const isChannelNew = channel !== channelMark(marks, place.channel);
  const isThreadNew = threadKey !== undefined && thread !== threadMark(marks, threadKey);
  if (!isChannelNew && !isThreadNew) return marks;
  return {
    since: marks.since,
    channels: isChannelNew ? new Map(marks.channels).set(place.channel, channel) : marks.channels,
    threads: isThreadNew ? new Map(marks.threads).set(threadKey, thread) : marks.threads,
  };
}
