import type { HeldMessage, Message } from "./messages.ts";

/** Messages by channel, time and thread: storms of thousands are looked up as fast as one. */
export interface MessageStore {
  readonly all: readonly Message[];
  add(message: HeldMessage): void;
  /** Deleted ones too. */
  get(channel: string, ts: string): HeldMessage | undefined;
  /** What everyone sees in a thread beside its first message, oldest first. */
  readonly replies: (channel: string, threadTs: string) => HeldMessage[];
}

const key = (channel: string, ts: string): string => `${channel} ${ts}`;

export function createMessageStore(): MessageStore {
  const all: HeldMessage[] = [];
  const byTs = new Map<string, HeldMessage>();
  const byThread = new Map<string, HeldMessage[]>();
  return {
    all,
    add(message) {
      all.push(message);
      byTs.set(key(message.channel, message.ts), message);
      if (message.threadTs === undefined || message.ephemeralTo !== undefined) return;
      const thread = key(message.channel, message.threadTs);
      const replies = byThread.get(thread);
      if (replies === undefined) byThread.set(thread, [message]);
      else replies.push(message);
    },
    get: (channel, ts) => byTs.get(key(channel, ts)),
    replies: (channel, threadTs) =>
      (byThread.get(key(channel, threadTs)) ?? []).filter((message) => !message.deleted),
  };
}
