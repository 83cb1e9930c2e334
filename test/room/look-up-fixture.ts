import type { Answer, CallOptions } from "../../src/tencent/client.ts";
import type { RoomInfo } from "../../src/tencent/room-info.ts";
import { createRoomLookup, type RoomLookup } from "../../src/room/look-up.ts";
import { readRoomId, type RoomId } from "../../src/room/room-id.ts";

export type RoomAnswer = Answer<RoomInfo | undefined>;

/** A question that reached Tencent's client, to be answered by the test. */
export interface Asked extends CallOptions {
  readonly roomId: string;
  answer(answer: RoomAnswer): void;
}

export function roomIdOf(text: string): RoomId {
  const reading = readRoomId(text);
  if (!reading.ok) throw new Error(`${text} is no RoomId`);
  return reading.id;
}

export const found = (name: string, requestId = "r-1"): RoomAnswer => ({
  kind: "ok",
  data: { RoomId: "live-room", RoomName: name },
  requestId,
});
export const refused = (code: number): RoomAnswer => ({
  kind: "refused",
  code,
  info: "words of Tencent's",
  requestId: "r-2",
  tries: 2,
});

/** A look-up over a client that answers when the test says so; an abort answers by itself. */
export function lookupOverClient(): { readonly lookup: RoomLookup; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const lookup = createRoomLookup({
    client: {
      getRoomInfo: (roomId, options) =>
        new Promise((resolve) => {
          asked.push({ roomId, ...options, answer: resolve });
          options.signal.addEventListener("abort", () =>
            resolve({ kind: "fault", fault: { name: "out-of-time" }, tries: 1 }),
          );
        }),
    },
    deadlineMs: 12_000,
    rememberMs: 2000,
    rememberMost: 10,
    rememberMissingMs: 10_000,
  });
  return { lookup, asked };
}

export function only(asked: readonly Asked[]): Asked {
  const [first] = asked;
  if (first === undefined || asked.length > 1) throw new Error(`${asked.length} were asked`);
  return first;
}
