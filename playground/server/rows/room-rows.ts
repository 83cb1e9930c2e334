import type { RoomInfo } from "../../../simulator/tencent/rooms.ts";
import type { TencentSimulator } from "../../../simulator/tencent/server.ts";
import type { Fault as TencentFault } from "../../../simulator/tencent/weather.ts";
import { fault as known, type Fault, type RoomChange } from "../../protocol/acts.ts";
import type { RoomRow, SetRow } from "../../protocol/rows.ts";

export function roomRows({ rooms, weather }: TencentSimulator): SetRow[] {
  return rooms.list().map((room) => ({
    table: "room",
    id: room.RoomId,
    row: roomRow(room, shownFault(weather.forRoom(room.RoomId))),
  }));
}

/** A field that the room lacks is shown as what it most often is. */
function roomRow(room: RoomInfo, fault: Fault | null): RoomRow {
  return {
    id: room.RoomId,
    name: room.RoomName ?? "",
    // A bigint comes out digit for digit.
    owner: String(room.Owner_Account ?? ""),
    isMuted: [true, "true", 1].includes(room.IsMessageDisabled ?? false),
    isVisible: room.IsPublicVisible ?? true,
    hasSeats: room.IsSeatEnabled ?? false,
    entries: room.ViewCount ?? 0,
    fault,
  };
}

/** As the page knows it; the stand-in knows more kinds, which nothing here sets. */
export function shownFault(fault: TencentFault | null): Fault | null {
  if (fault === null) return null;
  const shown = known.safeParse(
    fault.kind === "code" ? { kind: fault.kind, code: fault.code } : fault,
  );
  return shown.success ? shown.data : null;
}

/** A change as the stand-in's rooms take it. */
export function roomInfoOf(change: RoomChange): Partial<RoomInfo> {
  return {
    ...(change.name !== undefined && { RoomName: change.name }),
    ...(change.owner !== undefined && { Owner_Account: change.owner }),
    ...(change.isMuted !== undefined && { IsMessageDisabled: change.isMuted }),
    ...(change.isVisible !== undefined && { IsPublicVisible: change.isVisible }),
    ...(change.hasSeats !== undefined && { IsSeatEnabled: change.hasSeats }),
    ...(change.entries !== undefined && { ViewCount: change.entries }),
  };
}
