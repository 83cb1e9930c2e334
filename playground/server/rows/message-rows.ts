import type { Message } from "../../../simulator/slack/messages.ts";
import { SLACKBOT } from "../../../simulator/slack/seed.ts";
import type { Workspace } from "../../../simulator/slack/workspace.ts";
import type { Author, MessageRow, SetRow } from "../../protocol/rows.ts";

/** More are hardly read, and each costs at every change. */
const MOST = 400;

/** What the viewer sees in the channels that they are in, oldest first. */
export function messageRows(workspace: Workspace, viewer: string): SetRow[] {
  return workspace.messages
    .filter((message) => isSeenBy(viewer, message, workspace))
    .slice(-MOST)
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
