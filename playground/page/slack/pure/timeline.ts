import type { MessageRow } from "../../../protocol/rows.ts";
import { dayOf, dayWords, msOf } from "./time-words.ts";

/** One line of a list of messages. */
export type Line =
  | { readonly kind: "day"; readonly key: string; readonly words: string }
  /** Above the first message that the reader has not seen. */
  | { readonly kind: "new"; readonly key: string }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly message: MessageRow;
      /** By the author of the message above, who need not be named again. */
      readonly isContinued: boolean;
    };

export interface TimelineOptions {
  readonly now: number;
  readonly timeZone?: string;
  /** The ts of the first message that is new to the reader. */
  readonly newFrom?: string;
}

/** Puts dividers between days, and tells which messages continue the one above. */
export function timelineOf(
  messages: readonly MessageRow[],
  { now, timeZone, newFrom }: TimelineOptions,
): readonly Line[] {
  const lines: Line[] = [];
  let above: MessageRow | undefined;
  for (const message of messages) {
    const ms = msOf(message.ts);
    const isNewDay = above === undefined || dayOf(msOf(above.ts), timeZone) !== dayOf(ms, timeZone);
    if (isNewDay) {
      lines.push({ kind: "day", key: `day ${message.ts}`, words: dayWords(ms, now, timeZone) });
    }
    const isFirstNew = message.ts === newFrom;
    if (isFirstNew) lines.push({ kind: "new", key: "new" });
    lines.push({
      kind: "message",
      key: `${message.channel} ${message.ts}`,
      message,
      isContinued: !isNewDay && !isFirstNew && above !== undefined && continues(message, above),
    });
    above = message;
  }
  return lines;
}

const together = 5 * 60_000;

function continues(message: MessageRow, above: MessageRow): boolean {
  return (
    message.author.id === above.author.id &&
    message.author.name === above.author.name &&
    msOf(message.ts) - msOf(above.ts) <= together &&
    [message, above].every((row) => isPlain(row))
  );
}

/** Whether it has no line of its own above it that says what it is. */
function isPlain({ isEphemeral, isDeleted, isBroadcast }: MessageRow): boolean {
  return !isEphemeral && !isDeleted && !isBroadcast;
}
