import type { LookupResult } from "../room/result.ts";
import { odditiesOf, type RoomIdOddity } from "../room/room-id.ts";
import { buttons, context, header, refreshButton, rows, section, shareButton } from "./blocks.ts";
import type { Card, Row, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";
import type { CardOptions } from "./room-card.ts";
import { traces } from "./traces.ts";

type Missing = Extract<LookupResult, { kind: "missing" }>;

/** Most rooms are missing for an ordinary reason, so this card explains and does not alarm. */
export function missingCard(result: Missing, options: Pick<CardOptions, "shared">): Card {
  const title: Value = { ours: "No room with this ID right now" };
  const asked: Row = { label: "Room ID", value: { foreign: result.id } };
  const trace = traces({
    code: {
      number: result.code,
      family: result.code === 0 ? "no error, and no room" : "live rooms",
    },
    requestId: result.requestId,
    asOf: result.asOf,
  });
  const checks = ["Compare the ID with the one in your app, letter by letter.", ...hints(result)];
  const next: Value = {
    ours: `Next, for you: ${checks.join(" ")} If it is right, the room has most likely ended.`,
    markup: `*Next, for you:* ${checks.join(" ")} If it is right, the room has most likely ended.`,
  };
  return {
    blocks: [
      header(title),
      ...rows([asked]),
      section(reasons),
      section(next),
      context(trace),
      buttons(
        options.shared ? [refreshButton("Look again")] : [refreshButton("Look again"), shareButton],
        result.id,
      ),
    ],
    text: fallbackText([title, asked, reasons, next, ...trace]),
  };
}

const likely = [
  "Everybody left. An empty room closes by itself after a while, usually 30 minutes.",
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
  "look-alikes": "Some characters look alike: 0 and O, 1, l and I.",
  capitals: "Capital and small letters count.",
};

function hints({ id }: Missing): string[] {
  const found = odditiesOf(id).map((oddity) => hintFor[oddity]);
  return found.length > 0 ? found : ["Something may be cut off at either end."];
}
