import { readRoomId, roomIdBytes, type RoomId, type RoomIdFlaw } from "../../room/room-id.ts";
import type { Notice } from "../../cards/notices.ts";
import { takeAuditOptions } from "./audit-options.ts";
import { takeFlags } from "./flags.ts";
import { asciiLookAlike } from "./look-alikes.ts";
import { roomInLink, type RoomPattern } from "./room-links.ts";
import { commandOfWord, shareFlag, usageOf } from "./table.ts";
import { takeWatchOptions } from "./watch-options.ts";
import { plainCharacters, quoted, unescapeEntities } from "./typed-text.ts";

/** What somebody asked for with /room. */
export type Question =
  | { readonly kind: "look-up"; readonly id: RoomId; readonly share: boolean }
  | { readonly kind: "explain"; readonly code: number }
  | { readonly kind: "help" }
  | {
      readonly kind: "watch";
      readonly id: RoomId;
      /** As long as usual where left out. */
      readonly forMs: number | undefined;
      /** Tell of so many more entries; of none where left out. */
      readonly entriesStep: number | undefined;
    }
  | { readonly kind: "watches" }
  | { readonly kind: "unwatch"; readonly id: RoomId }
  /** Who looked up this room, or any; this person alone, or anybody. */
  | {
      readonly kind: "audit";
      readonly room: RoomId | undefined;
      readonly person: string | undefined;
    }
  /** How this bot is set up. */
  | { readonly kind: "doctor" }
  /** The asker's mistake, explained; Tencent is not asked. */
  | { readonly kind: "refused"; readonly notice: Notice };

/** No ID and no link is as long as this; whatever is, was pasted by mistake. */
const longestText = 4_000;

/** As much as Slack takes in one message; a longer text is not even looked through. */
const longestTyped = 40_000;

/** Reads what stands behind /room. Answers for any text; never throws. */
export function parseCommand(typed: string, patterns: readonly RoomPattern[]): Question {
  if (typed.length > longestTyped)
    return refusedFlaw({ kind: "too-long", bytes: typed.length }, "");
  const text = plainCharacters(typed).trim();
  if (text.length > longestText) return refusedFlaw({ kind: "too-long", bytes: text.length }, "");
  if (text === "") return { kind: "help" };

  const [word = "", ...others] = text.split(/ +/);
  const rest = text.slice(word.length).trim();
  switch (commandOfWord(word)) {
    case "help":
      return { kind: "help" };
    case "error":
      // A room may be called "code red": behind "code", only a number makes it a question of codes.
      if (word.toLowerCase() === "error" || /^\W*\d+\W*$/.test(others.join(" "))) {
        return parseCode(rest);
      }
      break;
    case "watch":
      return parseWatch(rest, patterns);
    case "unwatch": {
      const question = parseLookUp(rest, patterns);
      return question.kind === "look-up"
        ? { kind: "unwatch", id: question.id }
        : whichRoom(rest, question, "unwatch");
    }
    case "audit":
      return parseAudit(rest, patterns);
    case "watches":
      // With more behind it, it is a room's name.
      if (rest === "") return { kind: "watches" };
      break;
    case "doctor":
      // As with watches.
      if (rest === "") return { kind: "doctor" };
      break;
    case undefined:
      break;
  }
  return parseLookUp(text, patterns);
}

function parseCode(text: string): Question {
  const { target } = takeFlags(text);
  const bare = (quoted(target) ?? target).replace(/^code\b/i, "").trim();
  const digits = /^[^\p{L}\p{N}]*?([-\u2010-\u2015\u2212]?)(\d{1,9})[^\p{L}\p{N}]*$/u.exec(bare);
  if (digits === null) {
    return refused(
      "Which error code?",
      "After “error” comes one number, as it stands on a card or in a log. To look up a room whose ID begins with “error”, put the ID in double quotes.",
      usageOf("error"),
    );
  }
  const [, minus, number] = digits;
  return { kind: "explain", code: Number(number) * (minus === "" ? 1 : -1) };
}

const longestWatchMs = 24 * 60 * 60_000;

function parseWatch(text: string, patterns: readonly RoomPattern[]): Question {
  const { target, forMs, entriesStep } = takeWatchOptions(text);
  const question = parseLookUp(target, patterns);
  if (question.kind !== "look-up") return whichRoom(target, question, "watch");
  const { id } = question;
  if (forMs !== undefined && (forMs === 0 || forMs > longestWatchMs)) {
    return refused(
      "A watch lasts from a minute to 24 hours",
      "Say how long behind “for”, in hours or minutes. Without it, a watch lasts 2 hours.",
      `/room watch ${id} for 24h`,
    );
  }
  if (entriesStep === 0) {
    return refused(
      "How many more entries?",
      "Behind “entries” comes a number from 1: this bot then tells of each so many more.",
      `/room watch ${id} entries 500`,
    );
  }
  return { kind: "watch", id, forMs, entriesStep };
}

function parseAudit(text: string, patterns: readonly RoomPattern[]): Question {
  const { target, person } = takeAuditOptions(text);
  if (person === null) {
    return refused(
      "Which person?",
      "Behind “by” comes a member ID: in the person's profile in Slack, under More, Copy member ID. Slack does not tell this bot whose name that is.",
      "/room audit by U0123456789",
    );
  }
  if (target === "") return { kind: "audit", room: undefined, person };
  const question = parseLookUp(target, patterns);
  if (question.kind !== "look-up") return question;
  return question.share
    ? refused(
        "This is never shared",
        "Who looked a room up is shown to you alone.",
        usageOf("audit"),
      )
    : { kind: "audit", room: question.id, person };
}

/** Where the room's ID is missing, the example is one of the same command. */
function whichRoom(
  text: string,
  question: Question,
  command: Parameters<typeof usageOf>[0],
): Question {
  return text === ""
    ? refused("Which room?", "The room's ID is missing.", usageOf(command))
    : question;
}

function parseLookUp(text: string, patterns: readonly RoomPattern[]): Question {
  const { target, share, unknownFlag } = takeFlags(text);
  if (unknownFlag !== undefined) {
    return refused(
      "This option is not known",
      "A look-up has one option, --share. If the two hyphens belong to the room ID, put the ID in double quotes.",
      isPlainlyRoom(target)
        ? `/room ${target}${share ? ` ${shareFlag}` : ""}`
        : usageOf(share ? "look-up-shared" : "look-up"),
    );
  }
  if (target === "") {
    return refused("Which room?", "The room's ID is missing.", usageOf("look-up-shared"));
  }
  const named = nameIn(target, patterns);
  if (typeof named !== "string") return named;
  const reading = readRoomId(named);
  return reading.ok ? { kind: "look-up", id: reading.id, share } : refusedFlaw(reading.flaw, named);
}

/** Whether it would be looked up as it stands, and Slack would send it as it is typed. */
function isPlainlyRoom(text: string): boolean {
  const { unknownFlag } = takeFlags(text);
  const isOne = unknownFlag === undefined && parseCommand(text, []).kind === "look-up";
  return isOne && !/[&<>]/.test(text);
}

/** People, channels, groups and broadcasts, as Slack writes them between angle brackets. */
const slackName = /^(?:@[UW][A-Z0-9]+|#[CDG][A-Z0-9]+|!(?:channel|here|everyone|subteam\^\w+))$/;

/** The ID in what was typed: in quotes, in Slack's angle brackets, in a link, or as it stands. */
function nameIn(target: string, patterns: readonly RoomPattern[]): string | Question {
  const literal = quoted(target);
  if (literal !== undefined) {
    // Back-ticks are how people paste code: what is inside may be a link or wrapped once more.
    return target.startsWith("`") ? nameIn(literal.trim(), patterns) : unescapeEntities(literal);
  }
  const wrapped = /^<([^<>|]*)(?:\|([^<>]*))?>$/.exec(target);
  if (wrapped === null) return fromText(unescapeEntities(target), patterns);
  const inside = unescapeEntities(wrapped[1] ?? "");
  const label = wrapped[2] === undefined ? undefined : unescapeEntities(wrapped[2]);
  if (label === undefined ? slackName.test(inside) : /^[@#!]/.test(inside)) {
    return refused(
      "This is a person or channel of Slack",
      "A look-up takes the ID of a live room. If the ID really looks like this, put it in double quotes.",
      usageOf("look-up"),
    );
  }
  // Slack makes links of IDs that look like addresses; then the label is what was typed.
  const typedAlone = inside.replace(/^(?:https?:\/\/|mailto:)/, "");
  if (label !== undefined && typedAlone.toLowerCase() === label.toLowerCase()) {
    return roomInLink(inside, patterns) ?? label;
  }
  return fromText(inside, patterns);
}

function fromText(text: string, patterns: readonly RoomPattern[]): string | Question {
  if (!/^https?:\/\//i.test(text)) return text.trim();
  return (
    roomInLink(text, patterns) ??
    refused(
      "No room in this link",
      "This bot does not see which part of the link is the room's ID. Copy the ID out of it.",
      usageOf("look-up"),
    )
  );
}

function refusedFlaw(flaw: RoomIdFlaw, named: string): Question {
  switch (flaw.kind) {
    case "empty":
      return refused("Which room?", "The room's ID is missing.", usageOf("look-up"));
    case "too-long":
      return refused(
        "This is longer than a room ID can be",
        `A room ID has at most ${roomIdBytes} characters; this has ${flaw.bytes}. Something else may have been copied with it.`,
      );
    case "not-ascii": {
      const shown = flaw.characters.slice(0, 5).map(codePointName).join(", ");
      return refused(
        "A character here is in no room ID",
        `Room IDs have plain letters, digits and signs. This has: ${shown}.`,
        suggestionFor(asciiLookAlike(named)),
      );
    }
  }
}

/** What to type for an ID that could be taken for a command: the same in quotes. */
function suggestionFor(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  return parseCommand(id, []).kind === "look-up" ? `/room ${id}` : `/room "${id}"`;
}

function codePointName(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `${character} (U+${number})` : `U+${number}`;
}

function refused(title: string, body: string, suggestion?: string): Question {
  return {
    kind: "refused",
    notice: { title, body, ...(suggestion === undefined ? {} : { suggestion }) },
  };
}
