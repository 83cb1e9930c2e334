import type { App, MessageShortcut } from "@slack/bolt";
import { cardInModal, lookUpModal } from "../../cards/look-up-modal.ts";
import { noticeCard, waitingCard } from "../../cards/notices.ts";
import { monotonic } from "../../lib/time.ts";
import type { RoomId } from "../../room/room-id.ts";
import { acknowledge } from "../acknowledge.ts";
import { findRooms } from "../find-rooms/find-rooms.ts";
import { createReference, type Interaction } from "../interaction.ts";
import { writeModalContext } from "../modal-context.ts";
import { createModalReply } from "../modal-reply.ts";
import { responseTo } from "../question-response.ts";
import { forAskerAlone, forChannel } from "../reply.ts";
import { createShortcutReply } from "../shortcut-reply.ts";
import { createThreadReply } from "../thread-reply.ts";
import type { ListenerParts } from "./parts.ts";

/** "Look up room" on a message, and "Look up a room" from anywhere. */
export function registerShortcuts(app: App, parts: ListenerParts): void {
  app.shortcut(
    { type: "message_action", callback_id: "look_up_room_in_message" },
    async ({ ack, shortcut, client }) => {
      await acknowledge(ack, parts.log);
      const rooms = findRooms(shortcut.message, parts.roomPatterns).map(({ id }) => id);
      const [only, ...others] = rooms;
      const isOne = only !== undefined && others.length === 0;
      if (isOne && parts.shortcutReply === "thread") {
        await answerInThread(shortcut, only, parts);
        return;
      }
      const thread = threadOf(shortcut);
      const metadata = writeModalContext({ channel: shortcut.channel.id, thread });
      const view = isOne ? cardInModal(waitingCard) : lookUpModal(rooms, metadata);
      try {
        const opened = await client.views.open({ trigger_id: shortcut.trigger_id, view });
        if (isOne) await answerInModal(shortcut, only, opened.view?.id ?? "", client, parts);
      } catch (error) {
        parts.log.warn({ error }, "a modal could not be opened");
        await sayNoWindow(shortcut, parts);
      }
    },
  );

  app.shortcut(
    { type: "shortcut", callback_id: "look_up_room" },
    async ({ ack, shortcut, client }) => {
      await acknowledge(ack, parts.log);
      try {
        await client.views.open({ trigger_id: shortcut.trigger_id, view: lookUpModal([], "") });
      } catch (error) {
        // A shortcut from anywhere has no response_url: Slack's client is all that the asker sees.
        parts.log.error({ error, user: shortcut.user.id }, "a modal could not be opened");
      }
    },
  );
}

function threadOf({ message, message_ts: ts }: MessageShortcut): string {
  const thread: unknown = message["thread_ts"];
  return typeof thread === "string" ? thread : ts;
}

/** Slack opens a window only within 3 s: where that failed, the asker hears how else to ask. */
async function sayNoWindow(shortcut: MessageShortcut, parts: ListenerParts): Promise<void> {
  const reply = parts.replies(shortcut.response_url, shortcut.channel.id);
  await parts.answerer.answer(interactionOf(shortcut), reply, async () => ({
    card: noticeCard({
      title: "The window could not be opened",
      body: "Slack did not open it in time. Pick the shortcut once more, or ask with /room and the room's ID.",
    }),
    placement: forAskerAlone,
    outcome: "failed",
    about: { result: "own-fault" },
  }));
}

function interactionOf({ user, channel, team }: MessageShortcut): Interaction {
  return {
    entry: "message-shortcut",
    reference: createReference(),
    user: user.id,
    channel: channel.id,
    team: team?.id,
    homeTeam: user.team_id,
    startedAt: monotonic(),
  };
}

async function answerInThread(
  shortcut: MessageShortcut,
  room: RoomId,
  parts: ListenerParts,
): Promise<void> {
  const interaction = interactionOf(shortcut);
  const { channel, user } = interaction;
  const inThread = createThreadReply({
    posts: parts.posts,
    cards: parts.threadCards,
    place: { channel, thread: threadOf(shortcut) },
    hasReplies: typeof shortcut.message["thread_ts"] === "string",
    user,
    room,
  });
  const reply = createShortcutReply(inThread, parts.replies(shortcut.response_url, channel));
  await parts.answerer.answer(interaction, reply, (ask) =>
    responseTo({ kind: "look-up", id: room, share: true }, ask, {
      placement: forChannel,
      failures: forAskerAlone,
      aside: forAskerAlone,
      activityLabels: parts.activityLabels,
      watchable: parts.watching !== undefined,
    }),
  );
}

/** The window is open already, since Slack gives it 3 s and Tencent may take longer. */
async function answerInModal(
  shortcut: MessageShortcut,
  room: RoomId,
  viewId: string,
  client: App["client"],
  parts: ListenerParts,
): Promise<void> {
  const reply = createModalReply({ client, viewId, signal: parts.stopping });
  await parts.answerer.answer(interactionOf(shortcut), reply, (ask) =>
    responseTo({ kind: "look-up", id: room, share: false }, ask, {
      placement: forAskerAlone,
      activityLabels: parts.activityLabels,
      watchable: parts.watching !== undefined,
    }),
  );
}
