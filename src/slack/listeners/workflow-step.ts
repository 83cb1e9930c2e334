import type { App } from "@slack/bolt";
import { noticeCard, ownFaultCard, type Notice } from "../../cards/notices.ts";
import { statusCard } from "../../cards/status-card.ts";
import { toSlack } from "../../cards/to-slack.ts";
import { monotonic } from "../../lib/time.ts";
import { acknowledge } from "../acknowledge.ts";
import { aboutResult, outcomeOf, type CardResponse } from "../answer.ts";
import { parseCommand, type Question } from "../commands/parse.ts";
import { shareFlag } from "../commands/table.ts";
import { createReference } from "../interaction.ts";
import { forAskerAlone } from "../reply.ts";
import { stepOutputs, type StepOutputs } from "../step-outputs.ts";
import { createStepReply } from "../step-reply.ts";
import type { ListenerParts } from "./parts.ts";

/** Its name in manifest.yml. */
const lookUpStep = "look_up_room";

/** "Look up a room" as a step of Workflow Builder. Who may start a workflow, its makers decide. */
export function registerWorkflowStep(app: App, parts: ListenerParts): void {
  // Not `app.function`, which leaves a step of another name unacknowledged and without an end.
  app.event("function_executed", async ({ event, inputs, body, ack, complete, fail }) => {
    await acknowledge(ack, parts.log);
    const reference = createReference();
    let outputs: StepOutputs | undefined;
    const reply = createStepReply({
      complete: ({ outputs: found }) => complete({ outputs: { ...found } }),
      fail,
      fault: ownFaultCard(reference).text,
      outputs: () => outputs,
      signal: parts.stopping,
    });
    const interaction = {
      entry: "workflow-step",
      reference,
      user: "",
      channel: "",
      team: body.team_id,
      startedAt: monotonic(),
    } as const;
    await parts.answerer.answer(interaction, reply, async (ask) => {
      if (event.function.callback_id !== lookUpStep) return refused(unknownStep);
      const typed = inputs["room_id"];
      const question = parseCommand(typeof typed === "string" ? typed : "", parts.roomPatterns);
      if (question.kind !== "look-up") return refused(noticeFor(question));
      const result = await ask(question.id, { fresh: false });
      const response: CardResponse = {
        card: toSlack(statusCard(result)),
        placement: forAskerAlone,
        outcome: outcomeOf(result),
        about: aboutResult(result),
      };
      // Last: where anything above breaks, the step fails.
      outputs = stepOutputs(result);
      return response;
    });
  });
}

const unknownStep: Notice = {
  title: "This bot does not know this step",
  body: "The people who run this bot need to bring it and its manifest to the same version.",
};

/** Words for whoever made the workflow: they fill a field in, and type no command. */
function noticeFor(question: Exclude<Question, { kind: "look-up" }>): Notice {
  if (question.kind !== "refused") {
    return {
      title: "This step needs a room ID",
      body: "Give it the ID of one room, such as live-8821.",
    };
  }
  const { suggestion, ...notice } = question.notice;
  const typed = suggestion?.replace(/^\/room /, "").replace(` ${shareFlag}`, "");
  const isRoom = typed !== undefined && parseCommand(typed, []).kind === "look-up";
  return isRoom ? { ...notice, suggestion: typed } : notice;
}

function refused(notice: Notice): CardResponse {
  return {
    card: noticeCard(notice),
    placement: forAskerAlone,
    outcome: "refused",
    about: { result: "refused", reason: notice.title },
  };
}
