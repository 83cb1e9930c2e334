import type { Message } from "../../../simulator/slack/messages.ts";
import { SLACKBOT } from "../../../simulator/slack/seed.ts";
import type { Workspace } from "../../../simulator/slack/workspace.ts";
import type { Author, MessageRow, SetRow } from "../../protocol/rows.ts";

/** In one channel: more are hardly read, and each costs at every change. */
const MOST = 200;

/** What a person sees in one channel. */
export interface SeenMessages {
  /** The newest, and the first messages of their threads; oldest first. */
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
}

/** By channel, where the viewer is a member. */
export function messagesSeenBy(viewer: string, workspace: Workspace): Map<string, SeenMessages> {
  const byChannel = new Map<string, Message[]>();
  for (const message of workspace.messages) {
    if (!isSeenBy(viewer, message, workspace)) continue;
    const before = byChannel.get(message.channel);
    if (before === undefined) byChannel.set(message.channel, [message]);
    else before.push(message);
  }
  return new Map([...byChannel].map(([channel, all]) => [channel, newestOf(all)]));
}

function newestOf(all: readonly Message[]): SeenMessages {
  if (all.length <= MOST) return { messages: all, hasOlder: false };
  const newest = all.slice(-MOST);
  // A thread without its first message would hang in the air.
  const threads = new Set(newest.map(({ threadTs }) => threadTs));
  const firsts = all.slice(0, -MOST).filter(({ ts }) => threads.has(ts));
  return { messages: [...firsts, ...newest], hasOlder: true };
}

export function messageRows(seen: Map<string, SeenMessages>, workspace: Workspace): SetRow[] {
  return [...seen.values()]
    .flatMap(({ messages }) => messages)
    .map((message) => ({
      table: "message",
      id: `${message.channel} ${message.ts}`,
      row: messageRow(message, workspace),
    }));
}

function isSeenBy(viewer: string, message: Message, workspace: Workspace): boolean {
  const { channel, ts, ephemeralTo, seen, deleted } = message;
  if (workspace.channels.get(channel)?.members.has(viewer) !== true) return false;
  if (ephemeralTo !== undefined && (ephemeralTo !== viewer || !seen)) return false;
  // Of a deleted message whose thread goes on a stone stays.
  return !deleted || workspace.replies(channel, ts).length > 0;
}

function messageRow(message: Message, workspace: Workspace): MessageRow {
  const { channel, ts, threadTs, deleted } = message;
  return {
    channel,
    ts,
    ...(threadTs !== undefined && { threadTs }),
    isBroadcast: message.subtype === "thread_broadcast",
    author: authorOf(message, workspace),
    isEphemeral: message.ephemeralTo !== undefined,
    isEdited: message.edited !== undefined,
    isDeleted: deleted,
    text: deleted ? "" : message.text,
    blocks: deleted ? [] : message.blocks,
    attachments: deleted ? [] : message.attachments,
  };
}

function authorOf(message: Message, workspace: Workspace): Author {
  const { user, botId, username } = message;
  const known = workspace.users.get(user);
  if (user === SLACKBOT) return { id: user, name: "Slackbot", kind: "slackbot" };
  if (botId !== undefined) {
    return { id: botId, name: username ?? known?.realName ?? "An app", kind: "app" };
  }
  return { id: user, name: known?.realName ?? user, kind: "person" };
}
