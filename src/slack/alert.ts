import { z } from "zod";

/** A message of a bot or webhook: what an alert channel is for. */
export interface Alert {
  readonly channel: string;
  /** The alert's own name; its thread has the same. */
  readonly ts: string;
  readonly isEdited: boolean;
  readonly message: unknown;
}

const spoken = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  user: z.string().optional(),
  subtype: z.string().optional(),
});

const posted = spoken.extend({ channel: z.string() });
const changed = z.object({
  subtype: z.literal("message_changed"),
  channel: z.string(),
  message: spoken.loose(),
});

/**
 * Reads an event of Slack's. Undefined for what is no alert: words of people, replies in threads,
 * deletions, and the bot's own cards, which come back as events too.
 */
export function alertOf(
  event: unknown,
  own: { readonly botId: string | undefined; readonly botUserId: string | undefined },
): Alert | undefined {
  const change = changed.safeParse(event);
  if (change.success) {
    const { channel, message } = change.data;
    return isAlert(message, own) ? { channel, ts: message.ts, isEdited: true, message } : undefined;
  }
  const post = posted.safeParse(event);
  if (!post.success || !isAlert(post.data, own)) return undefined;
  const { channel, ts } = post.data;
  return { channel, ts, isEdited: false, message: event };
}

function isAlert(
  message: z.infer<typeof spoken>,
  own: { readonly botId: string | undefined; readonly botUserId: string | undefined },
): boolean {
  const { bot_id: bot, user, ts, thread_ts: thread, subtype } = message;
  const isBots = bot !== undefined && (subtype === undefined || subtype === "bot_message");
  const isOwn = bot === own.botId || (user !== undefined && user === own.botUserId);
  return isBots && !isOwn && (thread === undefined || thread === ts);
}
