import type { KnownBlock, ModalView } from "@slack/types";
import type { Card } from "./card.ts";
import { limits } from "./limits.ts";
import { foreignPlain } from "./text.ts";

/** The ids in the modal, for whoever reads what was submitted. */
export const modalIds = {
  callback: "look_up_room_modal",
  choice: { block: "room_choice", action: "room_chosen" },
  typed: { block: "room_typed", action: "room_text" },
} as const;

const plain = (text: string) => ({ type: "plain_text", text, emoji: false }) as const;

/**
 * Asks which room.
 *
 * @param rooms to choose from, as a message names them
 * @param metadata comes back with what is submitted, at most 3,000 characters
 */
export function lookUpModal(rooms: readonly string[], metadata: string): ModalView {
  return {
    type: "modal",
    callback_id: modalIds.callback,
    title: plain("Look up a room"),
    submit: plain("Look up"),
    close: plain("Cancel"),
    private_metadata: metadata,
    blocks: [...choiceOf(rooms), typedField(rooms.length > 0)],
  };
}

function choiceOf(rooms: readonly string[]): KnownBlock[] {
  if (rooms.length === 0) return [];
  return [
    {
      type: "input",
      block_id: modalIds.choice.block,
      optional: true,
      label: plain("Rooms that the message names"),
      element: {
        type: "radio_buttons",
        action_id: modalIds.choice.action,
        options: rooms.slice(0, limits.radioOptions).map((room) => ({
          text: plain(foreignPlain(room, limits.optionText)),
          value: room,
        })),
      },
    },
  ];
}

function typedField(isBesideChoice: boolean): KnownBlock {
  return {
    type: "input",
    block_id: modalIds.typed.block,
    optional: isBesideChoice,
    label: plain(isBesideChoice ? "Or another room ID" : "Room ID"),
    element: {
      type: "plain_text_input",
      action_id: modalIds.typed.action,
      placeholder: plain("live-8821"),
    },
  };
}

/** Shows a card in the modal. Without its buttons: in a modal, they have no way to answer. */
export function cardInModal({ blocks }: Card): ModalView {
  return {
    type: "modal",
    title: plain("Look up a room"),
    close: plain("Close"),
    blocks: blocks.filter(({ type }) => type !== "actions"),
  };
}
