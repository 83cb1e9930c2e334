import type { JsonObject } from "../json.ts";
import { stringOf } from "../json.ts";
import { scopeFor } from "../scopes.ts";
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

/** The channel, if the bot may read in it. */
export function findJoined(workspace: Workspace, id: unknown): Found {
  const found = findVisible(workspace, id);
  if ("error" in found || found.channel.members.has(workspace.botUser)) return found;
  return { error: "not_in_channel" };
}

export const historyScope = (args: JsonObject, workspace: Workspace): string | undefined =>
  scopeOfChannel(args, workspace, "history");

export const readScope = (args: JsonObject, workspace: Workspace): string | undefined =>
  scopeOfChannel(args, workspace, "read");

/** The right goes by the kind of the conversation; what the bot cannot see isn't found anyway. */
function scopeOfChannel(
  args: JsonObject,
  workspace: Workspace,
  right: "read" | "history",
): string | undefined {
  const found = findVisible(workspace, args["channel"]);
  return "error" in found ? undefined : scopeFor(found.channel.kind, right);
}
