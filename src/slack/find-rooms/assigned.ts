import { ranks, type Candidate } from "./candidate.ts";
import { isPlaceholder, looksLikeId } from "./looks-like-id.ts";
import { matchAt, readValue, type Value } from "./read-value.ts";
import type { RoomKey, RoomKeyInText } from "./room-keys.ts";

/** Between key and value: `=`, `: `, `":"`, `\\": `, `:* `, `* `, a bold label's end of line. */
const separator =
  /(?:[ \t](?:affected|impacted|involved|concerned))?(?:[\\"'`*_~]{0,12}\]?[ \t]{0,4}(?<sign>===?|=>|:=|->|[=:\uff1a])(?![~=])[*~]{0,3}|\*{1,2}(?=[ \t]{0,4}\n))/iy;
const sameLine = /[ \t]{0,4}/y;
const nextLine =
  /[ \t]{0,4}(?:\n{1,2}[ \t]{0,4}(?:[\u2022\u25e6\u25aa\u2023][ \t]{0,3}|[*-][ \t]{1,3}|\d{1,2}[.)][ \t]{1,3})?)?/y;
const listStart = /\[\s{0,8}/y;
const idInside = /\{\s{0,8}\\{0,8}"id\\{0,8}"\s{0,4}:\s{0,4}/y;
const following =
  /\s{0,8}(?:,\s{0,8}(?:(?:and|or)[ ])?|&[ ]|(?:and|or)[ ]|\n[ \t]{0,4}(?:[\u2022\u25e6\u25aa\u2023][ \t]{0,3}|[*-][ \t]{1,3}|\d{1,2}[.)][ \t]{1,3}))/iy;
const mostInAList = 20;

/** The rooms that stand behind a key and a sign: assignments, labels, JSON, logfmt. */
export function assignedTo(text: string, key: RoomKeyInText): readonly Candidate[] {
  const between = matchAt(separator, text, key.end);
  if (between === null) return [];
  const sign = between.groups?.["sign"] ?? ":";
  const isColon = sign === ":" || sign === "\uff1a";
  let at = key.end + between[0].length;
  const gap = matchAt(isColon ? nextLine : sameLine, text, at)?.[0] ?? "";
  at += gap.length;

  const list = matchAt(listStart, text, at)?.[0];
  const inside = matchAt(idInside, text, at)?.[0];
  at += (list ?? inside ?? "").length;
  if (isColon && text[at] === "#") at += 1;
  const read = readValue(text, at);
  const isItalic = text[key.start - 1] === "_" && read?.quoted === false;
  const value = isItalic ? { ...read, text: read.text.replace(/_$/, "") } : read;
  if (value === undefined || (gap.includes("\n") && isAnotherKey(text, value))) return [];

  // Without a blank it is written by a machine; with blanks, a word may go on as a sentence.
  const sure = !/\s/.test(between[0] + gap) || isAlone(text, value.end);
  const known: RoomKey = inside === undefined ? key : { kind: "id", plural: false };
  const first = accepted(known, value, { isColon: isColon && inside === undefined, sure });
  if (first === undefined) return [];
  return [first, ...(key.plural || list !== undefined ? othersAfter(text, value, key) : [])];
}

/** The rest of a list: behind commas, "and", or each on a line of its own. */
export function othersAfter(text: string, first: Value, key: RoomKey): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let { end } = first; found.length < mostInAList;) {
    const gap = matchAt(following, text, end)?.[0];
    const value = gap === undefined ? undefined : readValue(text, end + gap.length);
    if (value === undefined) return found;
    const next = accepted(key, value, { isColon: true, sure: false });
    if (next === undefined || next.rank === ranks.guess) return found;
    found.push(next);
    end = value.end;
  }
  return found;
}

/** In prose and behind a colon, a number this short is rather a count or a room of a building. */
const fewestDigits = 4;

function accepted(
  key: RoomKey,
  { text, quoted }: Value,
  { isColon, sure }: { readonly isColon: boolean; readonly sure: boolean },
): Candidate | undefined {
  if (isPlaceholder(text)) return undefined;
  if (key.kind === "id") {
    const isId = quoted || sure || looksLikeId(text, 1);
    return isId ? { id: text, rank: ranks.id } : undefined;
  }
  // "rooms: 12000" is how many there are.
  if (key.plural && /^[\d.,]+[a-z]{0,2}$/i.test(text)) return undefined;
  if (!isColon) {
    // In code, `room = await …` says nothing; a list of labels has "room = lobby" on its own line.
    return quoted || sure || looksLikeId(text, 1) ? { id: text, rank: ranks.room } : undefined;
  }
  // A quoted text with blanks is a room's name: `"room": "Friday Night"`.
  if (quoted) return /\s/.test(text) ? undefined : { id: text, rank: ranks.room };
  if (!looksLikeId(text, fewestDigits)) return undefined;
  return { id: text, rank: /[\d_]/.test(text) ? ranks.room : ranks.guess };
}

function isAlone(text: string, end: number): boolean {
  return /^[ \t*_~`"']{0,4}(?:$|[\n,;|)\]}])/.test(text.slice(end, end + 8));
}

/** "Room:" with nothing behind it, and "Status: firing" on the next line. */
function isAnotherKey(text: string, { text: word, quoted, end }: Value): boolean {
  return (
    !quoted &&
    (word.includes("=") || /^.[*_~]{0,2}[ \t]{0,2}[:=]|^[:=]/.test(text.slice(end - 1, end + 5)))
  );
}
