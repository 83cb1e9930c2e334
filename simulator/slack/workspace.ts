import type { Change } from "./changes.ts";
import type { Execution } from "./executions.ts";
import type { HeldMessage, Message, MessageContent, Subtype, Via } from "./messages.ts";
import type { JsonObject } from "./json.ts";
import { makeId } from "./ids.ts";
import { createMessageStore } from "./message-store.ts";
import type { Share } from "./shares.ts";
import type { View } from "./views/view.ts";
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
  isDeleted?: boolean;
}

export interface UserGroup {
  id: string;
  handle: string;
  users: string[];
}

export type ChannelKind = "public" | "private" | "dm" | "group_dm";

export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  members: Set<string>;
  isExtShared: boolean;
}

export interface NewMessage extends Partial<MessageContent> {
  channel: string;
  user: string;
  via: Via;
  metadata?: JsonObject | undefined;
  botId?: string | undefined;
  appId?: string | undefined;
  username?: string | undefined;
  subtype?: Subtype | undefined;
  files?: readonly JsonObject[] | undefined;
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
  readonly userGroups: Map<string, UserGroup>;
  /** Every modal that was opened, closed ones too. */
  readonly views: View[];
  /** The published Home tab of each user. */
  readonly homes: Map<string, View>;
  /** Links that the app was told of, newest last. */
  readonly shares: Share[];
  /** Runs of the app's workflow steps, by execution ID. */
  readonly executions: Map<string, Execution>;
  /** Holds a message; for tests: what a person or another app posts. */
  post(message: NewMessage): HeldMessage;
  find(channel: string, ts: string): HeldMessage | undefined;
  /** What everyone sees in a thread beside its first message, oldest first. */
  replies(channel: string, threadTs: string): HeldMessage[];
  /** The first message of a thread; a deleted one as long as its thread goes on. */
  root(channel: string, ts: string): HeldMessage | undefined;
  /** A ts that no message has: the time of an event or of an edit. */
  stamp(): string;
  /** The direct messages between the bot and a user, opened when needed. */
  dmWith(user: string): Channel;
  /** Calls back after every change of messages or views; returns how to stop. */
  readonly watch: (listener: () => void) => () => void;
  readonly changed: () => void;
  /** Tells of a change to a message, so that it becomes events. */
  announce(change: Change): void;
  /** Calls back for every change that is announced. */
  readonly hear: (listener: (change: Change) => void) => void;
}

export function createWorkspace(now: () => number): Workspace {
  const store = createMessageStore();
  const hearers: ((change: Change) => void)[] = [];
  const listeners = new Set<() => void>();
  let lastTs = 0;

  /** Slack's ts is a time in microseconds, and no two of a workspace are equal. */
  function nextTs(): string {
    lastTs = Math.max(now() * 1000, lastTs + 1);
    return `${Math.floor(lastTs / 1_000_000)}.${String(lastTs % 1_000_000).padStart(6, "0")}`;
  }

  function seenInThread(fresh: NewMessage): boolean {
    if (fresh.ephemeralTo === undefined || fresh.threadTs === undefined) return true;
    return store.replies(fresh.channel, fresh.threadTs).length > 0;
  }

  const workspace: Workspace = {
    team: TEAM,
    appId: APP_ID,
    botId: BOT_ID,
    botUser: BOT_USER,
    users: new Map(),
    channels: new Map(),
    userGroups: new Map(),
    messages: store.all,
    views: [],
    homes: new Map(),
    shares: [],
    executions: new Map(),
    post(fresh) {
      const held: HeldMessage = {
        ts: nextTs(),
        channel: fresh.channel,
        user: fresh.user,
        botId: fresh.botId,
        appId: fresh.appId ?? (fresh.botId === BOT_ID ? APP_ID : undefined),
        username: fresh.username,
        subtype: fresh.subtype,
        files: fresh.files ?? [],
        threadTs: fresh.threadTs,
        visibility: fresh.ephemeralTo === undefined ? "in_channel" : "ephemeral",
        ephemeralTo: fresh.ephemeralTo,
        seen: seenInThread(fresh),
        via: fresh.via,
        metadata: fresh.metadata,
        text: fresh.text ?? "",
        blocks: fresh.blocks ?? [],
        attachments: fresh.attachments ?? [],
        raw: fresh.raw ?? { text: fresh.text ?? "", ...(fresh.blocks && { blocks: fresh.blocks }) },
        edits: [],
        edited: undefined,
        deleted: false,
      };
      store.add(held);
      workspace.changed();
      return held;
    },
    find(channel, ts) {
      const found = store.get(channel, ts);
      return found?.deleted ? undefined : found;
    },
    replies: store.replies,
    root(channel, ts) {
      const found = store.get(channel, ts);
      if (found === undefined || found.ephemeralTo !== undefined) return undefined;
      if (found.threadTs !== undefined) return undefined;
      return found.deleted && store.replies(channel, ts).length === 0 ? undefined : found;
    },
    stamp: nextTs,
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
    announce(change) {
      for (const hearer of hearers) hearer(change);
    },
    hear: (listener) => void hearers.push(listener),
  };
  fillWorkspace(workspace);
  return workspace;
}
