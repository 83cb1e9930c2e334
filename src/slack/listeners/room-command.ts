import type { App, SlashCommand } from "@slack/bolt";
import { codeCard } from "../../cards/code-card.ts";
import { helpCard, noticeCard } from "../../cards/notices.ts";
import { resultCard } from "../../cards/result-card.ts";
import { monotonic } from "../../lib/time.ts";
import { readCode } from "../../tencent/catalogue/explain.ts";
import { mostTriesOfCode } from "../../tencent/retry.ts";
import { acknowledge } from "../acknowledge.ts";
import { aboutResult, outcomeOf, type Ask, type Response } from "../answer.ts";
import { parseCommand } from "../commands/parse.ts";
import { commandTable } from "../commands/table.ts";
import { createReference, type Interaction } from "../interaction.ts";
import { forAskerAlone, forChannel } from "../reply.ts";
import type { ListenerParts } from "./parts.ts";

/** `/room …`: everything that is typed. */
export function registerRoomCommand(app: App, parts: ListenerParts): void {
  app.command("/room", async ({ ack, command }) => {
    await acknowledge(ack, parts.log);
    const reply = parts.replies(command.response_url, command.channel_id);
    await parts.answerer.answer(interactionOf(command), reply, (ask) =>
      respond(command, ask, parts),
    );
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

async function respond(command: SlashCommand, ask: Ask, parts: ListenerParts): Promise<Response> {
  const question = parseCommand(command.text ?? "", parts.roomPatterns);
  const placement = forAskerAlone;
  switch (question.kind) {
    case "help":
      return {
        card: helpCard(commandTable),
        placement,
        outcome: "answered",
        about: { result: "help" },
      };
    case "explain": {
      const { code } = question;
      return {
        card: codeCard(readCode(code), mostTriesOfCode(code)),
        placement,
        outcome: "answered",
        about: { result: "explained", code },
      };
    }
    case "refused":
      return {
        card: noticeCard(question.notice),
        placement,
        outcome: "refused",
        about: { result: "refused", reason: question.notice.title },
      };
    case "look-up": {
      const { id, share: shared } = question;
      const result = await ask(id, { fresh: false });
      return {
        card: resultCard(result, { shared, activityLabels: parts.activityLabels }),
        placement: shared ? forChannel : forAskerAlone,
        outcome: outcomeOf(result),
        about: aboutResult(result),
      };
    }
  }
}
