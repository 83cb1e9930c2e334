import type { App, BlockAction } from "@slack/bolt";
import { actionIds, readButtonValue } from "../../cards/actions.ts";
import { readRoomId } from "../../room/room-id.ts";
import { acknowledge } from "../acknowledge.ts";
import { interactionOf, isForAll, textIn, unreadableButton } from "../press.ts";
import { watchResponseTo, type WatchSpot } from "../watch-response.ts";
import type { ListenerParts } from "./parts.ts";

const entries = ["watch", "unwatch"] as const;

/** Watch makes the card one that follows its room; Stop watching ends that. */
export function registerWatchButtons(app: App, parts: ListenerParts): void {
  for (const entry of entries) {
    app.action(
      { type: "block_actions", action_id: actionIds[entry] },
      async ({ ack, body, action }) => {
        await acknowledge(ack, parts.log);
        const interaction = interactionOf(body, entry);
        const reply = parts.replies(body.response_url, interaction.channel);
        const reading = readRoomId(
          readButtonValue("value" in action ? action.value : undefined).roomId ?? "",
        );
        await parts.answerer.answer(interaction, reply, async (ask) => {
          if (!reading.ok) return unreadableButton;
          const { id } = reading;
          const question =
            entry === "watch"
              ? ({ kind: entry, id, forMs: undefined, entriesStep: undefined } as const)
              : ({ kind: entry, id } as const);
          return watchResponseTo(question, ask, interaction, spotOf(body), parts);
        });
      },
    );
  }
}

/** A card that all can see becomes the watch's own; one that the asker alone sees stays theirs. */
function spotOf(body: BlockAction): WatchSpot {
  const thread = textIn(body.container, "thread_ts") ?? textIn(body.message, "thread_ts");
  if (!isForAll(body)) return { thread };
  const card = body.message?.ts ?? textIn(body.container, "message_ts");
  // The first message of a thread names itself as its thread.
  return { thread: thread === card ? undefined : thread, card };
}
