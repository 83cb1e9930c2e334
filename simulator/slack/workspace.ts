import type { HeldMessage, Message, MessageContent, Via } from "./messages.ts";
import type { JsonObject } from "./json.ts";
import { makeId } from "./ids.ts";
import { fillWorkspace } from "./fill.ts";
import { APP_ID, BOT_ID, BOT_USER, TEAM } from "./seed.ts";

export interface User {
  id: string;
  name: string;
  realName: string;
  teamId: string;
  isBot: boolean;
  isRestricted: boolean;
  isUltraRestricted: boolean;
  isStranger: boolean;
}

export type ChannelKind = "public" | "private" | "dm" | "group_dm";

export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  members: Set<string>;
  isExtShared: boolean;
}

export interface View {
  id: string;
  user: string;
  content: JsonObject;
}

export interface NewMessage extends Partial<MessageContent> {
  channel: string;
  user: string;
  via: Via;
  botId?: string | undefined;
  threadTs?: string | undefined;
  ephemeralTo?: string | undefined;
}

export interface Workspace {
  readonly team: { readonly id: string; readonly domain: string; readonly name: string };
  readonly appId: string;
  readonly botId: string;
  readonly botUser: string;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly messages: readonly Message[];
  readonly views: View[];
  /** Holds a message; for tests: what a person or another app posts. */
  post(message: NewMessage): Message;
  find(channel: string, ts: string): HeldMessage | undefined;
  /** The direct messages between the bot and a user, opened when needed. */
  dmWith(user: string): Channel;
  /** Calls back after every change of messages or views; returns how to stop. */
  readonly watch: (listener: () => void) => () => void;
  changed(): void;
}

export function createWorkspace(now: () => number): Workspace {
  const messages: HeldMessage[] = [];
  const listeners = new Set<() => void>();
  let lastTs = 0;

  /** Slack's ts is a time in microseconds, and no two of a workspace are equal. */
  function nextTs(): string {
    lastTs = Math.max(now() * 1000, lastTs + 1);
    return `${Math.floor(lastTs / 1_000_000)}.${String(lastTs % 1_000_000).padStart(6, "0")}`;
  }

  function seenInThread(fresh: NewMessage): boolean {
    if (fresh.ephemeralTo === undefined || fresh.threadTs === undefined) return true;
    return messages.some(
      (m) => m.channel === fresh.channel && m.threadTs === fresh.threadTs && !m.ephemeralTo,
    );
  }

  const workspace: Workspace = {
    team: TEAM,
    appId: APP_ID,
    botId: BOT_ID,
    botUser: BOT_USER,
    users: new Map(),
    channels: new Map(),
    messages,
    views: [],
    post(fresh) {
      const held: HeldMessage = {
        ts: nextTs(),
        channel: fresh.channel,
        user: fresh.user,
        botId: fresh.botId,
        threadTs: fresh.threadTs,
        visibility: fresh.ephemeralTo === undefined ? "in_channel" : "ephemeral",
        ephemeralTo: fresh.ephemeralTo,
        seen: seenInThread(fresh),
        via: fresh.via,
        text: fresh.text ?? "",
        blocks: fresh.blocks ?? [],
        attachments: fresh.attachments ?? [],
        raw: fresh.raw ?? { text: fresh.text ?? "", ...(fresh.blocks && { blocks: fresh.blocks }) },
        edits: [],
        deleted: false,
      };
      messages.push(held);
      workspace.changed();
      return held;
    },
    find: (channel, ts) => messages.find((m) => m.channel === channel && m.ts === ts && !m.deleted),
    dmWith(user) {
      for (const channel of workspace.channels.values()) {
        const { members } = channel;
        if (channel.kind === "dm" && members.has(user) && members.has(BOT_USER)) return channel;
      }
      const opened: Channel = {
        id: makeId("D"),
        name: "directmessage",
        kind: "dm",
        members: new Set([user, BOT_USER]),
        isExtShared: false,
      };
      workspace.channels.set(opened.id, opened);
      return opened;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed() {
      for (const listener of listeners) listener();
    },
  };
  fillWorkspace(workspace);
  return workspace;
}
