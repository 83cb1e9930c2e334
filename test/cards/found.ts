import { resultCard } from "../../src/cards/result-card.ts";
import type { CardOptions } from "../../src/cards/room-card.ts";
import type { Card } from "../../src/cards/card.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { roomOf, type Room } from "../../src/room/room.ts";

/** 2023-11-14 22:13:20 UTC, in ms. */
export const moment = 1_700_000_000_000;
export const threeHours = 3 * 60 * 60 * 1000;
export const liveRoom = "live-room" as RoomId;
export const privately: CardOptions = { shared: false, activityLabels: {} };

/** A room of which Tencent said nothing but that it is there. */
export const bareRoom: Room = roomOf({ Category: [] }, liveRoom);

export const fullRoom: Room = {
  id: "live-room",
  name: "Friday show",
  type: "Live",
  owner: "144115233775727695",
  createdAt: moment / 1000,
  seatsEnabled: true,
  seatMode: "apply",
  mostSeats: 8,
  mostMembers: 500,
  chatMuted: false,
  hidden: false,
  entries: 1234,
  activityStatus: "1",
  categories: ["3", "17"],
  coverUrl: "https://example.com/cover.png",
};

export function cardOfRoom(room: Partial<Room>, options: Partial<CardOptions> = {}): Card {
  return resultCard(
    {
      kind: "found",
      id: liveRoom,
      room: { ...bareRoom, ...room },
      requestId: "req-1",
      asOf: moment + threeHours,
    },
    { ...privately, ...options },
  );
}

/** The rows of the card's text, by their label. */
export function rowOf(card: Card, label: string): string | undefined {
  const line = card.text.split("\n").find((text) => text.startsWith(`${label}: `));
  return line?.slice(label.length + 2);
}
