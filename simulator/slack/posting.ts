import type { Reachable } from "./blocks/images.ts";
import { deleteMessage, editMessage } from "./changes.ts";
import type { Content } from "./content.ts";
import { readContent } from "./content.ts";
import type { JsonObject } from "./json.ts";
import { flagOf, stringOf } from "./json.ts";
import type { HeldMessage, Message, MessageContent, Via, Visibility } from "./messages.ts";
import { withIds } from "./messages.ts";
import type { Workspace } from "./workspace.ts";

/** Where a post goes that names no channel itself: through a response URL or in an ack. */
export interface PostTarget {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed; a slash command has none, and so can replace nothing. */
  readonly original: HeldMessage | undefined;
}

export interface Post {
  readonly action: "posted" | "replaced" | "deleted";
  /** Holds what the message says now, not what it said at the time of the post. */
  readonly message: Message;
  readonly visibility: Visibility;
  readonly raw: JsonObject;
  readonly at: number;
}

export type PostResult =
  | { readonly ok: true; readonly post: Omit<Post, "at"> }
  | { readonly ok: false; readonly error: string };

export function applyPost(
  workspace: Workspace,
  target: PostTarget,
  raw: JsonObject,
  via: Via,
  reachable: Reachable | undefined,
): PostResult {
  const { original } = target;
  if (original?.deleted) return { ok: false, error: "message_not_found" };
  if (original && flagOf(raw["delete_original"])) {
    workspace.announce(deleteMessage(workspace, original));
    return done("deleted", original, raw);
  }
  const read = readContent(raw, reachable);
  if (!read.ok) return { ok: false, error: read.error };
  if (original && replacesOriginal(target, raw)) {
    // Whoever saw the message goes on seeing it: response_type changes nothing here.
    const content = toMessageContent(read.content);
    workspace.announce(editMessage(workspace, original, content, workspace.botUser));
    return done("replaced", original, raw);
  }
  const message = workspace.post({
    ...toMessageContent(read.content),
    channel: target.channel,
    user: workspace.botUser,
    botId: workspace.botId,
    via,
    threadTs: stringOf(raw["thread_ts"]),
    ephemeralTo: raw["response_type"] === "in_channel" ? undefined : target.user,
  });
  workspace.announce({ kind: "posted", message });
  return done("posted", message, raw);
}

/** A post through a button's response URL takes the place of its message unless told not to. */
export function replacesOriginal(target: PostTarget, raw: JsonObject): boolean {
  return target.original !== undefined && (flagOf(raw["replace_original"]) ?? true);
}

function done(action: Post["action"], message: Message, raw: JsonObject): PostResult {
  return { ok: true, post: { action, message, visibility: message.visibility, raw } };
}

export function toMessageContent(content: Content): MessageContent {
  return {
    text: content.text ?? "",
    blocks: withIds(content.blocks ?? []),
    attachments: content.attachments ?? [],
    raw: content.raw,
  };
}
