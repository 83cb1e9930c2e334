import type { RoomId } from "../room/room-id.ts";

/** What about an ID often goes wrong when it is typed or pasted. */
export type RoomIdOddity =
  | "blank-inside"
  | "blank-at-end"
  | "punctuation-at-end"
  | "look-alikes"
  | "capitals"
  | "number";

export function odditiesOf(id: RoomId): readonly RoomIdOddity[] {
  const checks: readonly (readonly [RoomIdOddity, boolean])[] = [
    ["blank-at-end", id !== id.trim()],
    ["blank-inside", id.trim().includes(" ")],
    ["punctuation-at-end", /[.,;:?!)\]}'"]$/.test(id)],
    ["look-alikes", /[OI]|\dl|l\d|[a-z][01][a-z]/.test(id)],
    ["capitals", /[A-Z]/.test(id)],
    ["number", /^-?\d{4,6}$/.test(id)],
  ];
  return checks.filter(([, found]) => found).map(([oddity]) => oddity);
}
