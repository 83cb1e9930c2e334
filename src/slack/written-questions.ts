import type { App } from "@slack/bolt";
import type { Log } from "../ops/log.ts";
import { parseCommand, type Question } from "./commands/parse.ts";
import type { RoomPattern } from "./commands/room-links.ts";
import { findRooms } from "./find-rooms/find-rooms.ts";

/** A message to the bot. */
export interface Written {
  readonly text: string;
  readonly channel: string;
  /** The first message of the thread that it stands in. */
  readonly thread: string | undefined;
}

interface Parts {
  readonly client: Pick<App["client"], "conversations">;
  readonly botUserId: string | undefined;
  readonly roomPatterns: readonly RoomPattern[];
  readonly log: Log;
}

/** A thread's first message may name many rooms; more cards than this would bury the thread. */
const mostRoomsOfThread = 3;

/**
 * What a message asks, as behind /room. The bot's name alone, in a thread, asks for the rooms that
 * the thread's first message names.
 */
export async function questionsIn(
  { text, channel, thread }: Written,
  parts: Parts,
): Promise<readonly Question[]> {
  const typed = withoutMention(text, parts.botUserId);
  return typed === "" && thread !== undefined
    ? questionsOfThread(channel, thread, parts)
    : [parseCommand(typed, parts.roomPatterns)];
}

async function questionsOfThread(
  channel: string,
  thread: string,
  { client, roomPatterns, log }: Parts,
): Promise<readonly Question[]> {
  try {
    const { messages } = await client.conversations.replies({ channel, ts: thread, limit: 1 });
    const rooms = findRooms(messages?.[0], roomPatterns).slice(0, mostRoomsOfThread);
    if (rooms.length > 0) {
      return rooms.map(({ id }) => ({ kind: "look-up", id, share: true }));
    }
  } catch (error) {
    log.warn({ error, channel }, "could not read the first message of a thread");
  }
  return [
    {
      kind: "refused",
      notice: {
        title: "Which room?",
        body: "This bot finds no room in the first message of this thread. Write the room's ID behind its name.",
        suggestion: "@Greenroom live-8821",
      },
    },
  ];
}

/** The first mention of the bot is how it was called; another belongs to the question. */
function withoutMention(text: string, botUserId: string | undefined): string {
  const id = botUserId ?? "[UW][A-Z0-9]+";
  return text.replace(new RegExp(`<@${id}(?:\\|[^>]*)?>`), " ").trim();
}
