import type { ChannelRow, MessageRow, SceneRow } from "../../../protocol/rows.ts";
import type { Place } from "./place.ts";
import { isReply, type Messages } from "./threads.ts";

/** Messages that came since, be they in the open channel or thread or somewhere else. */
export interface News {
  readonly here: readonly MessageRow[];
  readonly elsewhere: readonly MessageRow[];
}

/** What is new for somebody; their own messages are not. */
export function newsSince(before: Messages, after: Messages, place: Place, viewer: string): News {
  const here: MessageRow[] = [];
  const elsewhere: MessageRow[] = [];
  for (const [key, row] of after) {
    if (before.has(key) || row.author.id === viewer) continue;
    (isShownAt(row, place) ? here : elsewhere).push(row);
  }
  return { here, elsewhere };
}

function isShownAt(row: MessageRow, { channel, thread }: Place): boolean {
  if (row.channel !== channel) return false;
  if (isReply(row)) return row.isBroadcast || row.threadTs === thread;
  return true;
}

/** Whether the bot of this page wrote it, under its user's ID or its own. */
export function isBots({ author }: MessageRow, scene: SceneRow): boolean {
  return author.kind === "app" && (author.id === scene.botUser || author.name === scene.appName);
}

/** `Greenroom replied in a thread in #live-alerts` */
export function newsInWords(row: MessageRow, channel: ChannelRow | undefined): string {
  const { name } = row.author;
  if (channel === undefined || channel.kind === "app") return `${name} sent you a message`;
  const where = channel.kind === "dm" ? `your messages with ${channel.name}` : `#${channel.name}`;
  if (row.isEphemeral) {
    return `${name} answered you${isReply(row) ? " in a thread" : ""} in ${where}`;
  }
  return `${name} ${isReply(row) ? "replied in a thread" : "posted"} in ${where}`;
}
