import type { RoomRow } from "../../../protocol/rows.ts";

/** The rooms that somebody has just created come first, the newest of them on top. */
export function newestFirst(
  rooms: readonly RoomRow[],
  created: readonly string[],
): readonly RoomRow[] {
  return rooms.toSorted((one, other) => created.indexOf(other.id) - created.indexOf(one.id));
}
