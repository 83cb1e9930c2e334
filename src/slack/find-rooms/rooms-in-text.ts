import { assignedTo } from "./assigned.ts";
import { ranks, type Candidate } from "./candidate.ts";
import { isPlaceholder, looksLikeId } from "./looks-like-id.ts";
import { namedInProse } from "./prose.ts";
import { readValue } from "./read-value.ts";
import { roomKeyOf, roomKeysIn } from "./room-keys.ts";

/** No text of an alert speaks of rooms as often. */
const mostKeys = 500;

/** The rooms that a text names, by what stands behind the word for a room. */
export function roomsInText(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let keys = 0;
  for (const key of roomKeysIn(text)) {
    if (++keys > mostKeys) break;
    const assigned = assignedTo(text, key);
    found.push(...(assigned.length > 0 ? assigned : namedInProse(text, key)));
  }
  return found;
}

const mostInAField = 20;

/** The rooms in a field with a label of its own: "Room ID" and "live-1". */
export function roomsInPair(label: string, text: string): readonly Candidate[] {
  const key = roomKeyOf(label);
  if (key === undefined) return [];
  const parts = text
    .split(/[,;\n]/, mostInAField)
    .map((part) => part.replace(/^[\s\u2022*~#-]+/, "").trim());
  return parts.flatMap((part): readonly Candidate[] => {
    const value = readValue(part, 0);
    if (value === undefined || isPlaceholder(value.text)) return [];
    const isWhole = /^[.:!?*~\s]*$/.test(part.slice(value.end));
    const isNumber = /^[\d.,]+[a-z]{0,2}$/i.test(value.text);
    if (key.kind === "id") {
      const isId = value.quoted || isWhole || looksLikeId(value.text, 1);
      return isId ? [{ id: value.text, rank: ranks.id }] : [];
    }
    // A field "Rooms" with a number says how many; one of several words is a name.
    if ((key.plural && isNumber) || (/\s/.test(value.text) && value.quoted)) return [];
    const looks = value.quoted || looksLikeId(value.text, isWhole ? 1 : 4);
    if (looks) return [{ id: value.text, rank: ranks.room }];
    return isWhole ? [{ id: value.text, rank: ranks.guess }] : [];
  });
}
