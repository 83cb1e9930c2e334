import { roomIdBytes } from "../../room/room-id.ts";

/**
 * The rule that keeps ordinary prose out. A bare word (no quotes, no back-ticks) looks like an ID
 * if it has an underscore, a digit or a hyphen, except for
 * - numbers with fewer digits than the caller asks for: "room 4", "room 401";
 * - versions, decimals, dates, times, ranges: "v2.1", "4.12", "2024-05-01", "10:30", "10-12";
 * - a number with its unit: "2nd", "30min", "24-hour";
 * - compounds of English: "follow-up", "well-known", "re-opened", "end-to-end";
 * - words of fewer than four characters: "A1", "b-2"; and mail addresses.
 */
export function looksLikeId(word: string, fewestDigits: number): boolean {
  if (word.length > roomIdBytes || !/^[@#]?[a-z0-9][\w.@#:+=$~^%-]*$/i.test(word)) return false;
  if (/^\d+$/.test(word)) return word.length >= fewestDigits;
  if (word.length < 4 || /^[^@]+@[^@]+\.[a-z]+$/i.test(word)) return false;
  if (/^v?[\d.,:+%-]+$/i.test(word) || /^\d{4}-\d\d-\d\d(?:T|$)/.test(word)) return false;
  if (/^\d+(?:\.\d+)?-?[a-z]{1,3}$/i.test(word) || /^\d+-[a-z]+(?:-[a-z]+)?$/i.test(word)) {
    return false;
  }
  if (/[\d_]/.test(word)) return true;
  return word.includes("-") && !isCompound(word);
}

const firstParts =
  /^(?:re|pre|post|co|non|anti|semi|multi|mid|self|well|ill|long|short|high|low|full|half|part|real|end|up|out|off|on|in|over|under|inter|intra|cross|so|per|by|all|one|two|three|first|second|last|next|cut|state|check|sign|log|opt|read|write|auto|double|single|old|new|best|fast|slow|large|small|top|ad|ex|e|x|much|ever|still|now|then|day|year)-/i;
const lastParts =
  /-(?:up|in|out|off|on|down|over|only|wide|level|based|related|specific|free|ready|side|like|long|term|time|to|of|the|by|back|through|away|around|less|old|new|first|per|aware|safe|proof|type|[a-z]*(?:ed|ing|ly|able|ible))$/i;
const middleParts = /-(?:to|of|the|in|on|and|or|by|for|a|as)-/i;

function isCompound(word: string): boolean {
  return firstParts.test(word) || lastParts.test(word) || middleParts.test(word);
}

const stoppers = new Set(
  (
    "null nil none undefined unknown unset na nan true false string str int integer number text any " +
    "all empty missing omitted redacted hidden full open opened closed closing offline online down " +
    "up live status state active inactive ready stuck gone here there is was not no yes the a an id " +
    "ids name type todo tbd view link details show see"
  ).split(" "),
);

/** What stands where an ID would, and is none: `null`, `${room}`, `live-.*`, `params.roomId`. */
export function isPlaceholder(value: string): boolean {
  return (
    !/[a-z0-9]/i.test(value) ||
    stoppers.has(value.toLowerCase()) ||
    /(?:^|[._>])room_?(?:id)?s?$|\.id$/i.test(value) ||
    /^n\/a$|^\W?no value\W?$|^\$|^%[a-z]$|^:[a-z_]+$|^<.*>$|^\$?\{.*\}$|^\[.*\]$|\.\*|\.\+$/i.test(
      value,
    )
  );
}
