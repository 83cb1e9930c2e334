import type { RoomRow, SceneRow } from "../../../protocol/rows.ts";
import { faultWords } from "../faults/fault-choices.ts";

/** What is out of the ordinary about a room. */
export function roomStates(room: RoomRow): readonly string[] {
  return [
    ...(room.isMuted ? ["Muted"] : []),
    ...(room.isVisible ? [] : ["Hidden"]),
    ...(room.hasSeats ? [] : ["No seats"]),
  ];
}

export function troubleWords(room: RoomRow, codes: SceneRow["codes"]): string | undefined {
  return room.fault === null ? undefined : `Trouble: ${faultWords(room.fault, codes)}`;
}

const grouped = new Intl.NumberFormat("en-GB");

export function entriesWords(entries: number): string {
  return entries === 1 ? "1 entry" : `${grouped.format(entries)} entries`;
}
