import type { Integer } from "../tencent/fields.ts";
import type { RoomInfo } from "../tencent/room-info.ts";
import type { RoomId } from "./room-id.ts";

/** Who may take a seat: `raw` is a mode that we have no word for. */
export type SeatMode = "free" | "apply" | "none" | { readonly raw: string };

/** A live room as Tencent describes it. Whatever it did not say is undefined. */
export interface Room {
  /** As Tencent names it. */
  readonly id: string;
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly owner: string | undefined;
  /** Unix seconds. */
  readonly createdAt: number | undefined;
  readonly seatsEnabled: boolean | undefined;
  readonly seatMode: SeatMode | undefined;
  readonly mostSeats: Integer | undefined;
  readonly mostMembers: Integer | undefined;
  readonly chatMuted: boolean | undefined;
  /** Left out of the room list, while it exists all the same. */
  readonly hidden: boolean | undefined;
  /** How often somebody entered, counting returns: neither unique nor present people. */
  readonly entries: Integer | undefined;
  /** A tag that the customer defines; it does not say whether the room is live. */
  readonly activityStatus: string | undefined;
  readonly categories: readonly string[];
  readonly coverUrl: string | undefined;
}

const seatModes: Readonly<Record<string, SeatMode>> = {
  "1": "free",
  FreeToTake: "free",
  "2": "apply",
  ApplyToTake: "apply",
  None: "none",
};

/** The last second of the year 9999: Slack shows no later date, and no room is that young. */
const latestTime = 253_402_300_799;

/** @param asked the ID that was asked for, kept where the answer names none */
export function roomOf(info: RoomInfo, asked: RoomId): Room {
  const created = info.CreateTime === undefined ? undefined : Number(info.CreateTime);
  return {
    id: filled(info.RoomId) ?? asked,
    name: filled(info.RoomName),
    type: filled(info.RoomType),
    owner: filled(info.Owner_Account),
    createdAt: created !== undefined && created > 0 && created <= latestTime ? created : undefined,
    seatsEnabled: info.IsSeatEnabled,
    seatMode: seatModeOf(filled(info.TakeSeatMode)),
    mostSeats: info.MaxSeatCount,
    mostMembers: info.MaxMemberCount,
    chatMuted: info.IsMessageDisabled,
    hidden: info.IsPublicVisible === undefined ? undefined : !info.IsPublicVisible,
    entries: info.ViewCount,
    activityStatus: filled(info.ActivityStatus),
    categories: (info.Category ?? []).flatMap((category) => filled(category) ?? []),
    coverUrl: filled(info.CoverURL),
  };
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}

function seatModeOf(mode: string | undefined): SeatMode | undefined {
  if (mode === undefined) return undefined;
  return Object.hasOwn(seatModes, mode) ? seatModes[mode] : { raw: mode };
}
