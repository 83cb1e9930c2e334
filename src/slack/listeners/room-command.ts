import type { App, SlashCommand } from "@slack/bolt";
import { monotonic } from "../../lib/time.ts";
import { acknowledge } from "../acknowledge.ts";
import { auditResponseTo } from "../audit-response.ts";
import { parseCommand } from "../commands/parse.ts";
import { doctorResponseTo } from "../doctor-response.ts";
import { createReference, type Interaction } from "../interaction.ts";
import { responseTo } from "../question-response.ts";
import { forAskerAlone, forChannel } from "../reply.ts";
import { watchResponseTo } from "../watch-response.ts";
import type { ListenerParts } from "./parts.ts";

/** `/room …`: everything that is typed. */
export function registerRoomCommand(app: App, parts: ListenerParts): void {
  app.command("/room", async ({ ack, command }) => {
    await acknowledge(ack, parts.log);
    const reply = parts.replies(command.response_url, command.channel_id);
    const interaction = interactionOf(command);
    await parts.answerer.answer(interaction, reply, async (ask) => {
      const question = parseCommand(command.text ?? "", parts.roomPatterns);
      const shares = question.kind === "look-up" && question.share;
      return responseTo(question, ask, {
        placement: shares ? forChannel : forAskerAlone,
        // Why it failed is for the asker, who may share it when they have read it.
        failures: forAskerAlone,
        aside: forAskerAlone,
        activityLabels: parts.activityLabels,
        watchable: parts.watching !== undefined,
        onWatch: (about, asking) =>
          watchResponseTo(about, asking, interaction, { thread: undefined }, parts),
        onAudit: (about) => auditResponseTo(about, interaction, parts),
        onDoctor: () => doctorResponseTo(interaction, reply, parts),
      });
    });
  });
}

function interactionOf(command: SlashCommand): Interaction {
  return {
    entry: "command",
    reference: createReference(),
    user: command.user_id,
    channel: command.channel_id,
    team: command.team_id,
    startedAt: monotonic(),
  };
}
