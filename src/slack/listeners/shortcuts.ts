import type { App, MessageShortcut } from "@slack/bolt";
import { lookUpModal } from "../../cards/look-up-modal.ts";
import { monotonic } from "../../lib/time.ts";
import type { RoomId } from "../../room/room-id.ts";
import { acknowledge } from "../acknowledge.ts";
import { findRooms } from "../find-rooms/find-rooms.ts";
import { createReference, type Interaction } from "../interaction.ts";
import { writeModalContext } from "../modal-context.ts";
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
      if (only !== undefined && others.length === 0) {
        await answerInThread(shortcut, only, parts);
        return;
      }
      const thread = threadOf(shortcut);
      const metadata = writeModalContext({ channel: shortcut.channel.id, thread });
      await client.views.open({
        trigger_id: shortcut.trigger_id,
        view: lookUpModal(rooms, metadata),
      });
    },
  );

  app.shortcut(
    { type: "shortcut", callback_id: "look_up_room" },
    async ({ ack, shortcut, client }) => {
      await acknowledge(ack, parts.log);
      await client.views.open({ trigger_id: shortcut.trigger_id, view: lookUpModal([], "") });
    },
  );
}

function threadOf({ message, message_ts: ts }: MessageShortcut): string {
  const thread: unknown = message["thread_ts"];
  return typeof thread === "string" ? thread : ts;
}

async function answerInThread(
  shortcut: MessageShortcut,
  room: RoomId,
  parts: ListenerParts,
): Promise<void> {
  const { user, team } = shortcut;
  const channel = shortcut.channel.id;
  const interaction: Interaction = {
    entry: "message-shortcut",
    reference: createReference(),
    user: user.id,
    channel,
    team: team?.id,
    startedAt: monotonic(),
  };
  const inThread = createThreadReply({
    posts: parts.posts,
    cards: parts.threadCards,
    place: { channel, thread: threadOf(shortcut) },
    hasReplies: typeof shortcut.message["thread_ts"] === "string",
    user: user.id,
    room,
  });
  const reply = createShortcutReply(inThread, parts.replies(shortcut.response_url, channel));
  await parts.answerer.answer(interaction, reply, (ask) =>
    responseTo({ kind: "look-up", id: room, share: true }, ask, {
      placement: forChannel,
      failures: forAskerAlone,
      aside: forAskerAlone,
      activityLabels: parts.activityLabels,
    }),
  );
}
