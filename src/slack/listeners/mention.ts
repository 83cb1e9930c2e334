import type { App } from "@slack/bolt";
import { monotonic } from "../../lib/time.ts";
import type { Question } from "../commands/parse.ts";
import { createReference } from "../interaction.ts";
import { responseTo } from "../question-response.ts";
import { forChannel } from "../reply.ts";
import { createThreadReply } from "../thread-reply.ts";
import { watchResponseTo } from "../watch-response.ts";
import { questionsIn } from "../written-questions.ts";
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

/** `@Greenroom live-8821`, in a channel or a thread: the answer goes into the thread. */
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
    const { botUserId } = context;
    const written = { text: event.text, channel, thread };
    for (const question of await questionsIn(written, { ...parts, client, botUserId })) {
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
      activityLabels: parts.activityLabels,
      watchable: parts.watching !== undefined,
      onWatch: (about, asking) => watchResponseTo(about, asking, interaction, { thread }, parts),
    }),
  );
}
