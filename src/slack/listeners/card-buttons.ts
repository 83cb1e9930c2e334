import type { App, BlockAction, BlockElementAction } from "@slack/bolt";
import { actionIds, readButtonValue } from "../../cards/actions.ts";
import { isDirectCard } from "../../cards/direct-card.ts";
import { noticeCard } from "../../cards/notices.ts";
import { resultCard } from "../../cards/result-card.ts";
import { monotonic } from "../../lib/time.ts";
import type { LookupResult } from "../../room/result.ts";
import { readRoomId } from "../../room/room-id.ts";
import { acknowledge } from "../acknowledge.ts";
import { aboutResult, outcomeOf, type Ask, type CardResponse } from "../answer.ts";
import { createButtonReply } from "../button-reply.ts";
import { createReference, type Entry, type Interaction } from "../interaction.ts";
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

function interactionOf(body: BlockAction, entry: Entry): Interaction {
  return {
    entry,
    reference: createReference(),
    user: textIn(body.user, "id") ?? "",
    channel: body.channel?.id ?? textIn(body.container, "channel_id") ?? "",
    team: body.team?.id,
    homeTeam: textIn(body.user, "team_id"),
    startedAt: monotonic(),
  };
}

async function respond(
  { entry }: Interaction,
  body: BlockAction,
  action: BlockElementAction,
  ask: Ask,
  { activityLabels }: ListenerParts,
): Promise<CardResponse> {
  const { roomId, seen } = readButtonValue("value" in action ? action.value : undefined);
  const reading = readRoomId(roomId ?? "");
  if (!reading.ok) {
    return {
      card: noticeCard({
        title: "This button does not work any more",
        body: "The card is from another version of this bot. Look the room up again with /room.",
      }),
      placement: forAskerAlone,
      outcome: "refused",
      about: { result: "refused", reason: "unreadable button" },
    };
  }
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
      ...(entry === "refresh" && seen !== undefined ? { before: seen } : {}),
    }),
    placement: placementOf(entry, shared, result),
    outcome: outcomeOf(result),
    about: aboutResult(result),
  };
}

/** An ephemeral message is not in the payload; `container` says so too, where it is there. */
function isForAll(body: BlockAction): boolean {
  const container: unknown = body.container;
  const told =
    typeof container === "object" && container !== null && "is_ephemeral" in container
      ? container.is_ephemeral
      : undefined;
  return told === undefined ? body.message !== undefined : told !== true;
}

function textIn(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : undefined;
}

function placementOf(entry: Entry, shared: boolean, result: LookupResult): Placement {
  // A card that could not be brought up to date is worth more than the reason why; and who pressed
  // Share meant the card they saw. So the reason goes to them alone.
  if (result.kind === "failed" && entry !== "retry") {
    return forAskerAlone;
  }
  return { visibility: shared ? "in_channel" : "ephemeral", replace: entry !== "share" };
}
