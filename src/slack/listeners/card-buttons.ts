import type { App, BlockAction, BlockElementAction } from "@slack/bolt";
import { actionIds, readButtonValue } from "../../cards/actions.ts";
import { isDirectCard } from "../../cards/direct-card.ts";
import { resultCard } from "../../cards/result-card.ts";
import type { LookupResult } from "../../room/result.ts";
import { readRoomId } from "../../room/room-id.ts";
import { acknowledge } from "../acknowledge.ts";
import { aboutResult, outcomeOf, type Ask, type CardResponse } from "../answer.ts";
import { createButtonReply } from "../button-reply.ts";
import type { Entry, Interaction } from "../interaction.ts";
import { interactionOf, isForAll, unreadableButton } from "../press.ts";
import { forAskerAlone, type Placement } from "../reply.ts";
import type { ListenerParts } from "./parts.ts";

const entries = ["refresh", "retry", "share"] as const satisfies readonly Entry[];

/** The buttons under a card: Refresh edits it in place, Share posts it for the channel. */
export function registerCardButtons(app: App, parts: ListenerParts): void {
  for (const entry of entries) {
    app.action(
      { type: "block_actions", action_id: actionIds[entry] },
      async ({ ack, body, action }) => {
        await acknowledge(ack, parts.log);
        const interaction = interactionOf(body, entry);
        const inPlace = parts.replies(body.response_url, interaction.channel);
        const reply = createButtonReply(inPlace, parts.posts, interaction);
        await parts.answerer.answer(interaction, reply, (ask) =>
          respond(interaction, body, action, ask, parts),
        );
      },
    );
  }
}

async function respond(
  { entry }: Interaction,
  body: BlockAction,
  action: BlockElementAction,
  ask: Ask,
  { activityLabels, watching }: ListenerParts,
): Promise<CardResponse> {
  const { roomId, seen } = readButtonValue("value" in action ? action.value : undefined);
  const reading = readRoomId(roomId ?? "");
  if (!reading.ok) return unreadableButton;
  const isPublic = isForAll(body) && !isDirectCard(action.block_id);
  const shared = entry === "share" || isPublic;
  const result = await ask(reading.id, {
    fresh: entry !== "share",
    placement: { visibility: shared ? "in_channel" : "ephemeral", replace: false },
  });
  return {
    card: resultCard(result, {
      shared,
      activityLabels,
      watchable: watching !== undefined,
      ...(entry === "refresh" && seen !== undefined ? { before: seen } : {}),
    }),
    placement: placementOf(entry, shared, result),
    outcome: outcomeOf(result),
    about: aboutResult(result),
  };
}

function placementOf(entry: Entry, shared: boolean, result: LookupResult): Placement {
  // A card that could not be brought up to date is worth more than the reason why; and who pressed
  // Share meant the card they saw. So the reason goes to them alone.
  if (result.kind === "failed" && entry !== "retry") {
    return forAskerAlone;
  }
  return { visibility: shared ? "in_channel" : "ephemeral", replace: entry !== "share" };
}
