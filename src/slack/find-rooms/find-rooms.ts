import { readRoomId, type RoomId } from "../../room/room-id.ts";
import { defaultRoomPatterns, type RoomPattern } from "../commands/room-links.ts";
import { unescapeEntities } from "../commands/typed-text.ts";
import type { Candidate } from "./candidate.ts";
import type { Piece } from "./gather.ts";
import { ownInLink, ownInText } from "./own-patterns.ts";
import { roomsInLink } from "./rooms-in-link.ts";
import { roomsInPair, roomsInText } from "./rooms-in-text.ts";
import { textsOfMessage } from "./texts-of-message.ts";
import { visibleText } from "./visible-text.ts";

export interface FoundRoom {
  readonly id: RoomId;
  /** A short name of the place, such as "text" or "attachment field". */
  readonly where: string;
  /** How certain it is; the smaller, the surer. See `ranks`. */
  readonly rank: number;
}

export const mostRoomsFound = 20;

/**
 * The rooms that a Slack message names, the most certain first, then in the order of the message;
 * each once. Takes any value whatsoever, looks at a bounded part of it, and never throws.
 * Patterns other than the usual ones are the operator's: they come first, in links and in text.
 */
export function findRooms(
  message: unknown,
  patterns: readonly RoomPattern[],
): readonly FoundRoom[] {
  const usual = patterns.filter((pattern) => defaultRoomPatterns.includes(pattern));
  const own = patterns.filter((pattern) => !defaultRoomPatterns.includes(pattern));
  const best = new Map<string, FoundRoom>();
  for (const piece of textsOfMessage(message)) {
    for (const { id, rank } of roomsInPiece(piece, own, usual)) {
      const reading = readRoomId(id);
      const known = best.get(id);
      if (!reading.ok || (known !== undefined && known.rank <= rank)) continue;
      // Set anew, so that a room stands where its surest mention does.
      best.delete(id);
      best.set(id, { id: reading.id, where: piece.place, rank });
    }
  }
  return [...best.values()].toSorted((a, b) => a.rank - b.rank).slice(0, mostRoomsFound);
}

/** What every key has in it, and every link: in full-width letters too, as some keyboards have. */
const speaksOfRooms = /room|live|http|房间|直播|[\uff21-\uff5a]/i;

function roomsInPiece(
  piece: Piece,
  own: readonly RoomPattern[],
  usual: readonly RoomPattern[],
): readonly Candidate[] {
  const inLink = (url: string) => [...ownInLink(url, own), ...roomsInLink(url, usual)];
  if (piece.kind === "link") return inLink(unescapeEntities(piece.text));
  if (own.length === 0 && piece.kind === "text" && !speaksOfRooms.test(piece.text)) return [];
  const { text, links } = visibleText(piece.text);
  const labelled = piece.kind === "pair" ? roomsInPair(visibleText(piece.label).text, text) : [];
  return [...ownInText(text, own), ...labelled, ...roomsInText(text), ...links.flatMap(inLink)];
}
