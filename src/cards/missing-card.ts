import type { RoomId } from "../room/room-id.ts";
import type { LookupResult } from "../room/result.ts";
import { actParts } from "./who-acts.ts";
import { odditiesOf, type RoomIdOddity } from "./oddities.ts";
import { refreshButton, shareButton } from "./actions.ts";
import type { CardModel, Value } from "./card.ts";
import type { CardOptions } from "./room-card.ts";
import { seenOf } from "./seen.ts";
import { changesSince } from "./since.ts";
import { traces } from "./traces.ts";

type Missing = Extract<LookupResult, { kind: "missing" }>;

/** Most rooms are missing for an ordinary reason, so this card explains and does not alarm. */
export function missingCard(
  result: Missing,
  options: Pick<CardOptions, "shared" | "before">,
): CardModel {
  const { id, code, requestId, asOf } = result;
  return {
    title: { ours: "No room with this ID right now" },
    parts: [
      ...changesSince(options.before, result),
      { rows: [{ label: "Room ID", value: { foreign: visible(id) } }] },
      reasons,
      ...actParts(
        "asker",
        "Compare the ID with the one in your app, letter by letter. If it is right, the room has most likely ended.",
      ),
      ...hintsFor(id),
    ],
    trace: traces({
      code: { number: code, family: code === 0 ? "no error, and no room" : "live rooms" },
      requestId,
      asOf,
    }),
    buttons: {
      list: [refreshButton("Look again", seenOf(result)), ...(options.shared ? [] : [shareButton])],
      roomId: id,
    },
  };
}

const likely = [
  "Everybody left. An empty room closes by itself after a while, by default 30 minutes.",
  "The owner left or lost the connection and did not come back, where your app closes rooms then.",
  "Somebody closed the room.",
  "The ID is not quite right, or the room belongs to another app or data centre than this bot's.",
];

const reasons: Value = {
  ours: `This is usually for an ordinary reason: ${likely.join(" ")}`,
  markup: `This is usually for an ordinary reason:\n${likely.map((line) => `• ${line}`).join("\n")}`,
};

const hintFor: Readonly<Record<RoomIdOddity, string>> = {
  "blank-inside": "It has a blank inside.",
  "blank-at-end": "It begins or ends with a blank.",
  "punctuation-at-end": "Its last character may belong to a sentence instead.",
  "look-alikes": "Some of its characters look alike: 0 and O, or 1, l and I.",
  capitals: "Capital and small letters count.",
  number: "To have an error code explained, type /room error and the number.",
};

/** What about this ID is worth a look. */
function hintsFor(id: RoomId): Value[] {
  const hints = [
    "Something may be cut off at either end.",
    ...odditiesOf(id).map((odd) => hintFor[odd]),
  ];
  return [
    {
      ours: `About this ID: ${hints.join(" ")}`,
      markup: `*About this ID:*\n${hints.map((hint) => `• ${hint}`).join("\n")}`,
    },
  ];
}

/** Blanks at an end can only be seen in quotes. */
function visible(id: string): string {
  return id === id.trim() ? id : `“${id}”`;
}
