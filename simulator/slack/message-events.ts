import type { Change } from "./changes.ts";
import type { JsonObject } from "./json.ts";
import { objectsOf } from "./json.ts";
import { messageObject, tombstone } from "./message-object.ts";
import type { Message } from "./messages.ts";
import type { Share } from "./shares.ts";
import { mentions } from "./shares.ts";
import type { Channel, ChannelKind, Workspace } from "./workspace.ts";

/** What an app subscribes to. */
export type EventName =
  | "app_home_opened"
  | "app_mention"
  | "function_executed"
  | "link_shared"
  | "message.channels"
  | "message.groups"
  | "message.im"
  | "message.mpim";

export interface NamedEvent {
  readonly name: EventName;
  readonly body: JsonObject;
}

const KINDS: Record<ChannelKind, { readonly name: EventName; readonly type: string }> = {
  public: { name: "message.channels", type: "channel" },
  private: { name: "message.groups", type: "group" },
  dm: { name: "message.im", type: "im" },
  group_dm: { name: "message.mpim", type: "mpim" },
};

/** What an app is told of a change where its bot is a member; the bot's own messages too. */
export function messageEvents(change: Change, workspace: Workspace): NamedEvent[] {
  const { message } = change;
  const channel = workspace.channels.get(message.channel);
  if (message.ephemeralTo !== undefined || !channel?.members.has(workspace.botUser)) return [];
  const { name, type } = KINDS[channel.kind];
  const where = { channel: channel.id, channel_type: type };
  if (change.kind !== "posted") {
    const event = { ...changeEvent(change, workspace), ...where };
    return [{ name, body: event }, ...mention(change, channel, workspace)];
  }
  const body = {
    ...spoken(message, channel, workspace),
    ...where,
    event_ts: message.ts,
  };
  return [{ name, body }, ...mention(change, channel, workspace)];
}

function spoken(message: Message, channel: Channel, workspace: Workspace): JsonObject {
  const team = workspace.users.get(message.user)?.teamId;
  return {
    ...messageObject(message, workspace),
    ...(message.via === "user" && { client_msg_id: clientId(message) }),
    ...(channel.isExtShared && { user_team: team, source_team: team }),
  };
}

function clientId({ ts, channel }: Message): string {
  return `${channel}-${ts}`.toLowerCase();
}

// https://docs.slack.dev/reference/events/message/message_changed
function changeEvent(
  change: Exclude<Change, { kind: "posted" }>,
  workspace: Workspace,
): JsonObject {
  const { message, before } = change;
  const ts = workspace.stamp();
  const common = { type: "message", hidden: true, previous_message: before, ts, event_ts: ts };
  if (change.kind === "edited") {
    const now = messageObject(message, workspace);
    return { ...common, subtype: "message_changed", message: now };
  }
  // Where a thread goes on, its first message leaves a stone.
  if (workspace.replies(message.channel, message.ts).length > 0) {
    return { ...common, subtype: "message_changed", message: tombstone(message, workspace) };
  }
  return { ...common, subtype: "message_deleted", deleted_ts: message.ts };
}

/**
 * A message that speaks to the bot, or does so since an edit; in direct messages there is no such event.
 * https://docs.slack.dev/reference/events/app_mention
 */
function mention(change: Change, channel: Channel, workspace: Workspace): NamedEvent[] {
  const { message, kind } = change;
  const { botUser } = workspace;
  if (kind === "deleted" || channel.kind === "dm" || message.user === botUser) return [];
  if (!mentions(message.text, message.blocks, botUser)) return [];
  if (kind === "edited") {
    const { text, blocks } = change.before;
    if (mentions(String(text), objectsOf(blocks), botUser)) return [];
  }
  const event_ts = kind === "posted" ? message.ts : message.edited?.ts;
  const body = {
    ...spoken(message, channel, workspace),
    type: "app_mention",
    channel: channel.id,
    event_ts,
  };
  return [{ name: "app_mention", body }];
}

/** https://docs.slack.dev/reference/events/link_shared: sent wherever the link is, member or not. */
export function linkShared(share: Share, message: Message, workspace: Workspace): NamedEvent {
  const members = workspace.channels.get(message.channel)?.members;
  const body = {
    type: "link_shared",
    user: message.user,
    channel: message.channel,
    message_ts: message.ts,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    links: share.links,
    source: "conversations_history",
    unfurl_id: share.unfurlId,
    is_bot_user_member: members?.has(workspace.botUser) ?? false,
    event_ts: workspace.stamp(),
  };
  return { name: "link_shared", body };
}
