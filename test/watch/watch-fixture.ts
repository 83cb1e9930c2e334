import { bareRoom, liveRoom, moment } from "../cards/found.ts";
import type { LookupResult } from "../../src/room/result.ts";
import type { Room } from "../../src/room/room.ts";
import type { Watch } from "../../src/watch/watch.ts";

export const start = moment;

export function found(room: Partial<Room>, asOf = start): Extract<LookupResult, { kind: "found" }> {
  return { kind: "found", id: liveRoom, room: { ...bareRoom, ...room }, requestId: "req-2", asOf };
}

export function watchOfRoom(room: Partial<Room> = {}, change: Partial<Watch> = {}): Watch {
  return {
    id: "w1",
    room: liveRoom,
    channel: "C1",
    thread: undefined,
    card: "1.1",
    startedBy: "U0ASKER0001",
    startedAt: start,
    endsAt: start + 7_200_000,
    entriesStep: undefined,
    entriesFrom: undefined,
    ending: undefined,
    reading: { kind: "found", room: { ...bareRoom, ...room }, requestId: "req-1", asOf: start },
    stale: undefined,
    wanted: 1,
    shown: 1,
    shownAt: start,
    begunAt: undefined,
    notBefore: undefined,
    failures: 0,
    ...change,
  };
}
