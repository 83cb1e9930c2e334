import { refusals } from "../codes.ts";
import { isRoomId } from "../rooms.ts";
import type { Command } from "./command.ts";

// Document 63404.
export const getRoomInfo: Command = {
  check(body) {
    if (typeof body.RoomId !== "string") return refusals.noRoomId;
    return isRoomId(body.RoomId) ? undefined : refusals.badRoomId;
  },
  answer({ RoomId }, rooms) {
    const room = typeof RoomId === "string" ? rooms.get(RoomId) : undefined;
    if (room === undefined) return { refusal: refusals.noSuchRoom };
    return { response: { RoomInfo: room } };
  },
};
