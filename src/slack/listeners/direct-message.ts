import type { App } from "@slack/bolt";
import { monotonic } from "../../lib/time.ts";
import { directMessageOf } from "../direct-message.ts";
import { createDirectReply } from "../direct-reply.ts";
import { createReference } from "../interaction.ts";
import { responseTo } from "../question-response.ts";
import { forAskerAlone } from "../reply.ts";
import { questionsIn } from "../written-questions.ts";
import type { ListenerParts } from "./parts.ts";

/** What people write to the bot directly: the answer stands beneath, or in the same thread. */
export function registerDirectMessages(app: App, parts: ListenerParts): void {
  app.event("message", async ({ event, body, context, client }) => {
    const { botUserId } = context;
    const message = directMessageOf(event, botUserId);
    if (message === undefined) return;
    const { user, homeTeam, channel, thread } = message;
    const { posts, activityLabels } = parts;
    for (const question of await questionsIn(message, { ...parts, client, botUserId })) {
      const interaction = {
        entry: "direct-message",
        reference: createReference(),
        user,
        channel,
        team: body.team_id,
        homeTeam,
        startedAt: monotonic(),
      } as const;
      const reply = createDirectReply(posts, { channel, thread }, user);
      // In the order in which the message names them.
      // oxlint-disable-next-line no-await-in-loop
      await parts.answerer.answer(interaction, reply, (ask) =>
        // Nobody else sees it: so it asks for no more than an answer for the asker alone.
        responseTo(question, ask, { placement: forAskerAlone, activityLabels, watchable: false }),
      );
    }
  });
}
