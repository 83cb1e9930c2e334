import type { JsonObject } from "./json.ts";
import type { Message } from "./messages.ts";
import { SLACKBOT } from "./seed.ts";
import type { Workspace } from "./workspace.ts";

/** A message as Slack's API, payloads and events write it. */
export function messageObject(
  message: Message,
  workspace: Workspace,
  /** Whether the reader asked for what apps say of their messages. */
  withMetadata = false,
): JsonObject {
  const { user, botId, subtype, username, files } = message;
  return {
    type: "message",
    ...(subtype !== undefined && { subtype }),
    ...(user !== "" && { user }),
    ts: message.ts,
    text: message.text,
    ...(subtype === "bot_message"
      ? { bot_id: botId, username }
      : { team: workspace.users.get(user)?.teamId ?? workspace.team.id }),
    ...(botId !== undefined && subtype !== "bot_message" && botFields(message, workspace)),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(files.length > 0 && { files, upload: false }),
    ...threadFields(message, workspace),
    ...(message.edited !== undefined && { edited: message.edited }),
    ...(withMetadata && message.metadata !== undefined && { metadata: message.metadata }),
  };
}

/** What stays of a deleted message whose thread goes on. */
export function tombstone(message: Message, workspace: Workspace): JsonObject {
  return {
    type: "message",
    subtype: "tombstone",
    text: "This message was deleted.",
    user: SLACKBOT,
    hidden: true,
    ts: message.ts,
    ...threadFields(message, workspace),
  };
}

// https://docs.slack.dev/reference/events/message: posts of today's apps have a user, a bot_id and a
// profile, and no subtype.
function botFields(message: Message, workspace: Workspace): JsonObject {
  const { botId, appId } = message;
  const name = message.username ?? workspace.users.get(message.user)?.realName;
  return {
    bot_id: botId,
    app_id: appId,
    bot_profile: {
      id: botId,
      app_id: appId,
      name,
      icons: {},
      deleted: false,
      updated: 0,
      team_id: workspace.team.id,
    },
  };
}

/** A reply names its thread; the first message names itself once it has replies, and counts them. */
function threadFields(message: Message, workspace: Workspace): JsonObject {
  const { threadTs } = message;
  if (threadTs !== undefined) {
    const parent = workspace.root(message.channel, threadTs);
    return {
      thread_ts: threadTs,
      ...(parent !== undefined && parent.user !== "" && { parent_user_id: parent.user }),
      ...(message.subtype === "thread_broadcast" &&
        parent !== undefined && { root: messageObject(parent, workspace) }),
    };
  }
  if (message.ephemeralTo !== undefined) return {};
  const replies = workspace.replies(message.channel, message.ts);
  if (replies.length === 0) return {};
  // Who has no user counts by their bot's ID. https://docs.slack.dev/reference/methods/conversations.replies
  const users = [...new Set(replies.map((reply) => reply.user || (reply.botId ?? "")))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}
