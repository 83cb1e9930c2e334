import type { App } from "@slack/bolt";
import { noticeCard } from "../../cards/notices.ts";
import { statusCard } from "../../cards/status-card.ts";
import { toSlack } from "../../cards/to-slack.ts";
import { monotonic } from "../../lib/time.ts";
import { aboutResult, outcomeOf, type CardResponse } from "../answer.ts";
import { parseCommand, type Question } from "../commands/parse.ts";
import { createReference } from "../interaction.ts";
import { forAskerAlone } from "../reply.ts";
import { stepOutputs, type StepOutputs } from "../step-outputs.ts";
import { createStepReply } from "../step-reply.ts";
import type { ListenerParts } from "./parts.ts";

/** "Look up a room" as a step of Workflow Builder. Who may start a workflow, its makers decide. */
export function registerWorkflowStep(app: App, parts: ListenerParts): void {
  app.function("look_up_room", async ({ inputs, body, complete, fail }) => {
    let outputs: StepOutputs | undefined;
    const reply = createStepReply({
      complete: ({ outputs: found }) => complete({ outputs: { ...found } }),
      fail,
      outputs: () => outputs,
      signal: parts.stopping,
    });
    const interaction = {
      entry: "workflow-step",
      reference: createReference(),
      user: "",
      channel: "",
      team: body.team_id,
      startedAt: monotonic(),
    } as const;
    await parts.answerer.answer(interaction, reply, async (ask) => {
      const typed = inputs["room_id"];
      const question = parseCommand(typeof typed === "string" ? typed : "", parts.roomPatterns);
      if (question.kind !== "look-up") return refused(question);
      const result = await ask(question.id, { fresh: false });
      outputs = stepOutputs(result);
      return {
        card: toSlack(statusCard(result)),
        placement: forAskerAlone,
        outcome: outcomeOf(result),
        about: aboutResult(result),
      };
    });
  });
}

function refused(question: Exclude<Question, { kind: "look-up" }>): CardResponse {
  const notice =
    question.kind === "refused"
      ? question.notice
      : {
          title: "This step needs a room ID",
          body: "Give it the ID of one room, such as live-8821.",
        };
  return {
    card: noticeCard(notice),
    placement: forAskerAlone,
    outcome: "refused",
    about: { result: "refused", reason: notice.title },
  };
}
