import { z } from "zod";
import type { Card } from "../cards/card.ts";
import { directCard } from "../cards/direct-card.ts";

/** Whether it is a conversation of two: two people, or one and a bot. Odd payloads name none. */
export function isDirect(channel: string | undefined): boolean {
  return channel?.startsWith("D") === true;
}

/** How a card that one person sees stands in this conversation. */
export function cardIn(channel: string | undefined, card: Card): Card {
  return isDirect(channel) ? directCard(card) : card;
}

/** What somebody wrote to the bot, in the direct messages between the two. */
export interface DirectMessage {
  readonly user: string;
  /** The writer's own workspace, where Slack named it. */
  readonly homeTeam: string | undefined;
  readonly channel: string;
  readonly text: string;
  /** The first message of the thread that it stands in. */
  readonly thread: string | undefined;
}

const written = z.object({
  channel_type: z.literal("im"),
  channel: z.string(),
  user: z.string(),
  team: z.string().optional(),
  // With a picture alone, there may be no text.
  text: z.string().default(""),
  thread_ts: z.string().optional(),
  // All others tell of something else than new words: an edit, a deletion, a call.
  subtype: z.enum(["file_share", "thread_broadcast"]).optional(),
  // Bots that answer each other would never stop.
  bot_id: z.undefined().optional(),
});

/** Reads an event of Slack's. Undefined for what no person wrote to the bot just now. */
export function directMessageOf(
  event: unknown,
  botUserId: string | undefined,
): DirectMessage | undefined {
  const reading = written.safeParse(event);
  if (!reading.success || reading.data.user === botUserId) return undefined;
  const { user, team: homeTeam, channel, text, thread_ts: thread } = reading.data;
  return { user, homeTeam, channel, text, thread };
}
