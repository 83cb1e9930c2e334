import type { App } from "@slack/bolt";
import { monotonic } from "../../lib/time.ts";
import { parseCommand, type Question } from "../commands/parse.ts";
import { findRooms } from "../find-rooms/find-rooms.ts";
import { createReference } from "../interaction.ts";
import { responseTo } from "../question-response.ts";
import { forChannel } from "../reply.ts";
import { createThreadReply } from "../thread-reply.ts";
import { watchResponseTo } from "../watch-response.ts";
import type { ListenerParts } from "./parts.ts";

/** Who mentioned the bot, and where. */
interface Mention {
  readonly user: string;
  readonly channel: string;
  readonly team: string | undefined;
  /** The thread that the answer goes into: the mention's own, where it stands in none. */
  readonly thread: string;
  readonly isInThread: boolean;
  readonly isExternal: boolean;
}

/** A thread's first message may name many rooms; more cards than this would bury the thread. */
const mostRoomsOfThread = 3;

/**
 * `@Greenroom live-8821`, in a channel or a thread: the answer goes into the thread. The bot's name
 * alone asks for the rooms that the thread's first message names.
 */
export function registerMention(app: App, parts: ListenerParts): void {
  app.event("app_mention", async ({ event, body, context, client }) => {
    const { user, channel, ts, thread_ts: thread } = event;
    // Bots that mention each other would never stop.
    if (user === undefined || event.bot_id !== undefined) return;
    const mention: Mention = {
      user,
      channel,
      team: body.team_id,
      thread: thread ?? ts,
      isInThread: thread !== undefined,
      isExternal: "is_ext_shared_channel" in body && body.is_ext_shared_channel,
    };
    const typed = withoutMention(event.text, context.botUserId);
    const questions =
      typed === "" && thread !== undefined
        ? await questionsOfThread(client, channel, thread, parts)
        : [parseCommand(typed, parts.roomPatterns)];
    for (const question of questions) {
      // In the order in which the message names them.
      // oxlint-disable-next-line no-await-in-loop
      await answerMention(mention, question, parts);
    }
  });
}

async function answerMention(
  mention: Mention,
  question: Question,
  parts: ListenerParts,
): Promise<void> {
  const { user, channel, team, thread } = mention;
  const reply = createThreadReply({
    posts: parts.posts,
    cards: parts.threadCards,
    place: { channel, thread },
    hasReplies: mention.isInThread,
    user,
    room: question.kind === "look-up" ? question.id : undefined,
  });
  const interaction = {
    entry: "mention",
    reference: createReference(),
    user,
    channel,
    team,
    openness: mention.isExternal ? "shared" : "internal",
    startedAt: monotonic(),
  } as const;
  await parts.answerer.answer(interaction, reply, (ask) =>
    responseTo(question, ask, {
      placement: forChannel,
      failures: forChannel,
      aside: forChannel,
      activityLabels: parts.activityLabels,
      watchable: parts.watching !== undefined,
      onWatch: (about, asking) => watchResponseTo(about, asking, interaction, { thread }, parts),
    }),
  );
}

async function questionsOfThread(
  client: App["client"],
  channel: string,
  thread: string,
  { roomPatterns, log }: ListenerParts,
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
