import { othersAfter } from "./assigned.ts";
import { ranks, type Candidate } from "./candidate.ts";
import { isPlaceholder, looksLikeId } from "./looks-like-id.ts";
import { matchAt, readValue } from "./read-value.ts";
import type { RoomKeyInText } from "./room-keys.ts";

/** "room ", "room #", "room named ", "room (", "*Room* ", "room ID is ", "room → ". */
const connection =
  /[*~]{0,2}(?:[ \t]{1,3}|(?=[#([`]))(?:(?:number|no\.?|nr\.?|named|called|with|ids?|is)[ \t]{1,2}){0,2}(?:(?:[-\u2013\u2014\u2192]>?)[ \t]{1,2})?[([]?(?:#(?=\w))?[*~]{0,2}/iy;

/** In a sentence, shorter numbers are doors of a building: "room 4", "room 1204". */
const fewestDigits = 5;

/**
 * The rooms that a sentence names: right behind the word "room", in quotes or back-ticks without
 * a blank inside, or as a word that looks like an ID (see there for the rule). So no room is in
 * "the room is full", "room for improvement", "in the war room we", "meeting room 4" or
 * `the room "Friday Night"`.
 */
export function namedInProse(text: string, key: RoomKeyInText): readonly Candidate[] {
  const between = matchAt(connection, text, key.end)?.[0];
  if (between === undefined) return [];
  // "the room is live-streaming" says what it does; "the room ID is live-1" names it.
  if (key.kind === "room" && /\bis\s+$/i.test(between)) return [];
  const value = readValue(text, key.end + between.length);
  if (value === undefined || isPlaceholder(value.text)) return [];
  const digits = key.kind === "id" ? 1 : fewestDigits;
  const looks = looksLikeId(value.text, digits);
  if (value.quoted ? /\s/.test(value.text) : !looks) return [];
  const hasSign = /[\d_]/.test(value.text);
  // A dash between two thoughts: "the room - follow-up tomorrow".
  if (/[-\u2013\u2014]>?\s+$/.test(between) && !hasSign) return [];
  const first = { id: value.text, rank: looks && hasSign ? ranks.prose : ranks.guess };
  return [first, ...(key.plural ? atMostProse(othersAfter(text, value, key)) : [])];
}

function atMostProse(others: readonly Candidate[]): readonly Candidate[] {
  return others.map(({ id, rank }) => ({ id, rank: Math.max(rank, ranks.prose) }));
}
