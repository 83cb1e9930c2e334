import { SLACKBOT } from "../../../simulator/slack/seed.ts";
import type { Channel, User, Workspace } from "../../../simulator/slack/workspace.ts";
import type { ChannelRow, SetRow, UserRow } from "../../protocol/rows.ts";
import type { SeenMessages } from "./message-rows.ts";

export function userRows({ users, botUser }: Workspace): SetRow[] {
  return [...users.values()].map((user) => ({
    table: "user",
    id: user.id,
    row: { id: user.id, name: user.name, realName: user.realName, kind: kindOf(user, botUser) },
  }));
}

function kindOf(user: User, botUser: string): UserRow["kind"] {
  if (user.id === botUser || user.isBot) return "app";
  if (user.id === SLACKBOT) return "slackbot";
  if (user.isStranger) return "stranger";
  return user.isRestricted ? "guest" : "member";
}

/** Where the viewer is a member: their sidebar. */
export function channelRows(
  workspace: Workspace,
  viewer: string,
  seen: Map<string, SeenMessages>,
): SetRow[] {
  return [...workspace.channels.values()]
    .filter(({ members }) => members.has(viewer))
    .map((channel) => ({
      table: "channel",
      id: channel.id,
      row: {
        ...channelRow(channel, workspace, viewer),
        ...(seen.get(channel.id)?.hasOlder === true && { hasOlder: true }),
      },
    }));
}

function channelRow(channel: Channel, workspace: Workspace, viewer: string): ChannelRow {
  const { id, kind, members, isExtShared } = channel;
  const botIsMember = members.has(workspace.botUser);
  const isDirect = kind === "dm" || kind === "group_dm";
  const others = [...members].filter((member) => member !== viewer);
  const names = others.map((member) => workspace.users.get(member)?.realName ?? member);
  return {
    id,
    name: isDirect ? names.join(", ") : channel.name,
    kind: isDirect ? (botIsMember && kind === "dm" ? "app" : "dm") : kind,
    isShared: isExtShared,
    botIsMember,
  };
}
