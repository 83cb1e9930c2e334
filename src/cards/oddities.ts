import type { RoomId } from "../room/room-id.ts";

/** What about an ID often goes wrong when it is typed or pasted. */
export type RoomIdOddity =
  | "blank-inside"
  | "blank-at-end"
  | "punctuation-at-end"
  | "look-alikes"
  | "capitals";

export function odditiesOf(id: RoomId): readonly RoomIdOddity[] {
  const checks: readonly (readonly [RoomIdOddity, boolean])[] = [
    ["blank-at-end", id !== id.trim()],
    ["blank-inside", id.trim().includes(" ")],
    ["punctuation-at-end", /[.,;:?!)\]}'"]$/.test(id)],
    ["look-alikes", /[0O]/.test(id) || /[1lI]/.test(id)],
    ["capitals", /[A-Z]/.test(id)],
  ];
  return checks.filter(([, found]) => found).map(([oddity]) => oddity);
}
