import type { App } from "@slack/bolt";
import { statusCard } from "../../cards/status-card.ts";
import { toSlack } from "../../cards/to-slack.ts";
import { monotonic } from "../../lib/time.ts";
import type { RoomId } from "../../room/room-id.ts";
import { alertOf, type Alert } from "../alert.ts";
import { aboutResult, outcomeOf } from "../answer.ts";
import { findRooms } from "../find-rooms/find-rooms.ts";
import { createReference } from "../interaction.ts";
import { forChannel } from "../reply.ts";
import { createAlertReply } from "../thread-reply.ts";
import type { ListenerParts } from "./parts.ts";

/** More statuses than this would bury an alert. */
const mostRoomsOfAlert = 3;
/** A worse rank is a guess, and nobody asked: see `ranks` in find-rooms. */
const worstRank = 4;

/** In the operator's alert channels, an alert that names a room gets its status in its thread. */
export function registerAlerts(app: App, parts: ListenerParts): void {
  app.event("message", async ({ event, body, context }) => {
    const alert = alertOf(event, { botId: context.botId, botUserId: context.botUserId });
    if (alert === undefined || !parts.alertChannels.has(alert.channel)) return;
    const isExternal = "is_ext_shared_channel" in body && body.is_ext_shared_channel;
    if (isExternal && !parts.allowExternalChannels) return;
    const rooms = alert.isEdited ? await shownUnder(alert, parts) : dueUnder(alert, parts);
    await Promise.all(rooms.map((room) => answerAlert(alert, room, body.team_id, parts)));
  });
}

/** An edited alert, from firing to resolved, gets no second card; those it has are brought up to date. */
function shownUnder(
  { channel, ts }: Alert,
  { threadCards }: ListenerParts,
): Promise<readonly RoomId[]> {
  return threadCards.roomsIn({ channel, thread: ts });
}

/** The rooms of a new alert for which no storm is under way. */
function dueUnder(
  { channel, message }: Alert,
  { roomPatterns, storms }: ListenerParts,
): readonly RoomId[] {
  return findRooms(message, roomPatterns)
    .filter(({ rank }) => rank <= worstRank)
    .slice(0, mostRoomsOfAlert)
    .map(({ id }) => id)
    .filter((room) => storms.begins(channel, room));
}

async function answerAlert(
  { channel, ts }: Alert,
  room: RoomId,
  team: string | undefined,
  parts: ListenerParts,
): Promise<void> {
  const interaction = {
    entry: "alert",
    reference: createReference(),
    user: "",
    channel,
    team,
    startedAt: monotonic(),
  } as const;
  const reply = createAlertReply(parts.threadCards, { channel, thread: ts }, room);
  await parts.answerer.answer(interaction, reply, async (ask) => {
    const result = await ask(room, { fresh: false });
    return {
      card: toSlack(statusCard(result, { watchable: parts.watching !== undefined })),
      placement: forChannel,
      outcome: outcomeOf(result),
      about: aboutResult(result),
    };
  });
}
