import { stringOf } from "../json.ts";
import type { Channel, Workspace } from "../workspace.ts";

export type Found = { readonly channel: Channel } | { readonly error: string };

/** The channel, as far as the bot can know of it: a private one that it has not joined isn't there. */
export function findVisible(workspace: Workspace, id: unknown): Found {
  const channel = workspace.channels.get(stringOf(id) ?? "");
  const isVisible = channel?.kind === "public" || channel?.members.has(workspace.botUser);
  return channel && isVisible ? { channel } : { error: "channel_not_found" };
}

/** The channel, if the bot may write in it. A user's ID stands for their direct messages. */
export function findWritable(workspace: Workspace, id: unknown): Found {
  const user = workspace.users.get(stringOf(id) ?? "");
  if (user !== undefined && user.id !== workspace.botUser) {
    return { channel: workspace.dmWith(user.id) };
  }
  const found = findVisible(workspace, id);
  if ("error" in found || found.channel.members.has(workspace.botUser)) return found;
  return { error: "not_in_channel" };
}
