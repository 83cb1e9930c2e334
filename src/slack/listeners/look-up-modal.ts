import type { App, ViewSubmitAction } from "@slack/bolt";
import { cardInModal, modalIds } from "../../cards/look-up-modal.ts";
import { inThreadCard, waitingCard } from "../../cards/notices.ts";
import { monotonic } from "../../lib/time.ts";
import type { RoomId } from "../../room/room-id.ts";
import { parseCommand, type Question } from "../commands/parse.ts";
import { createReference, type Interaction } from "../interaction.ts";
import { readModalContext } from "../modal-context.ts";
import { createModalReply } from "../modal-reply.ts";
import { responseTo } from "../question-response.ts";
import { forAskerAlone, forChannel, type Reply } from "../reply.ts";
import { createShortcutReply } from "../shortcut-reply.ts";
import { createThreadReply } from "../thread-reply.ts";
import type { ListenerParts } from "./parts.ts";

/** What was chosen or typed in the modal that asks which room. */
export function registerLookUpModal(app: App, parts: ListenerParts): void {
  app.view(modalIds.callback, async ({ ack, view, body, client }) => {
    const question = parseCommand(chosenIn(view), parts.roomPatterns);
    if (question.kind !== "look-up") {
      // Under the field, where the asker can mend it; nothing is asked.
      await ack({
        response_action: "errors",
        errors: { [modalIds.typed.block]: complaintAbout(question) },
      });
      return;
    }
    await ack({ response_action: "update", view: cardInModal(waitingCard) });

    const context = readModalContext(view.private_metadata);
    const thread = parts.shortcutReply === "thread" ? context : undefined;
    const modal = createModalReply({ client, viewId: view.id, signal: parts.stopping });
    const reply =
      thread === undefined ? modal : replyTo(thread, body.user.id, question.id, modal, parts);
    const interaction: Interaction = {
      entry: "modal",
      reference: createReference(),
      user: body.user.id,
      channel: context?.channel ?? "",
      team: body.team?.id,
      homeTeam: body.user.team_id,
      startedAt: monotonic(),
    };
    await parts.answerer.answer(interaction, reply, (ask) =>
      responseTo(question, ask, {
        placement: thread === undefined ? forAskerAlone : forChannel,
        failures: forAskerAlone,
        aside: forAskerAlone,
        activityLabels: parts.activityLabels,
        watchable: parts.watching !== undefined,
      }),
    );
  });
}

function replyTo(
  context: { readonly channel: string; readonly thread: string },
  user: string,
  room: RoomId,
  modal: Reply,
  { posts, threadCards: cards }: ListenerParts,
): Reply {
  const inThread = createThreadReply({
    posts,
    cards,
    place: context,
    hasReplies: true,
    user,
    room,
  });
  return createShortcutReply(inThread, modal, inThreadCard);
}

/** What is typed comes before what is chosen: it was the later thought. */
function chosenIn({ state }: ViewSubmitAction["view"]): string {
  const { typed, choice } = modalIds;
  const text = state.values[typed.block]?.[typed.action]?.value?.trim();
  if (text !== undefined && text !== "") return text;
  const id = state.values[choice.block]?.[choice.action]?.selected_option?.value;
  // In quotes: a room that was found is an ID as it stands, whatever it looks like.
  return id === undefined ? "" : `"${id}"`;
}

function complaintAbout(question: Exclude<Question, { kind: "look-up" }>): string {
  return question.kind === "refused"
    ? question.notice.body
    : "Type the ID of one room, or choose one above.";
}
