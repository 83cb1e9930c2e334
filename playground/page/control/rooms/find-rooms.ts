import type { RoomRow } from "../../../protocol/rows.ts";

/** Fewer rooms are seen at a glance. */
export const filterFrom = 13;

/** Rooms whose ID, name or owner holds every word, however it is written. */
export function findRooms(rooms: readonly RoomRow[], filter: string): readonly RoomRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return rooms.filter(({ id, name, owner }) => {
    const text = `${id}\n${name}\n${owner}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
