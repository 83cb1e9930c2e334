import type { BlockAction } from "@slack/bolt";
import { noticeCard } from "../cards/notices.ts";
import { monotonic } from "../lib/time.ts";
import type { CardResponse } from "./answer.ts";
import { createReference, type Entry, type Interaction } from "./interaction.ts";
import { forAskerAlone } from "./reply.ts";

/** What the press of a button under a message tells. */
export function interactionOf(body: BlockAction, entry: Entry): Interaction {
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

/** An ephemeral message is not in the payload; `container` says so too, where it is there. */
export function isForAll(body: BlockAction): boolean {
  const container: unknown = body.container;
  const told =
    typeof container === "object" && container !== null && "is_ephemeral" in container
      ? container.is_ephemeral
      : undefined;
  return told === undefined ? body.message !== undefined : told !== true;
}

export function textIn(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : undefined;
}

/** For a button whose value names no room. */
export const unreadableButton: CardResponse = {
  card: noticeCard({
    title: "This button does not work any more",
    body: "The card is from another version of this bot. Look the room up again with /room.",
  }),
  placement: forAskerAlone,
  outcome: "refused",
  about: { result: "refused", reason: "unreadable button" },
};
