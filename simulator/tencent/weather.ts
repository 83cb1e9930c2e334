// What can go wrong on the way and at Tencent's, on purpose.

export type Fault =
  /** A FAIL envelope with any code, for a query that is right in itself. */
  | { readonly kind: "code"; readonly code: number; readonly info?: string }
  /** ErrorCode 0 and no RoomInfo. */
  | { readonly kind: "no-room-info" }
  /** A RoomInfo with the wrong type in every field. */
  | { readonly kind: "wrong-types" }
  /** Never answers; the connection stays open. */
  | { readonly kind: "hang" }
  | { readonly kind: "slow"; readonly ms: number }
  /** The connection is reset in place of an answer. */
  | { readonly kind: "reset" }
  /** Headers that promise a body, and the connection is destroyed. */
  | { readonly kind: "refuse-after-headers" }
  /** Half of the promised body, and the connection is destroyed. */
  | { readonly kind: "cut" }
  /** One byte of the body every `ms`. */
  | { readonly kind: "drip"; readonly ms: number }
  /** One byte of the headers every `ms`. */
  | { readonly kind: "drip-headers"; readonly ms: number }
  /** Another HTTP status with a page of HTML, as a gateway on the way would send. */
  | { readonly kind: "http"; readonly status: number }
  | { readonly kind: "not-json" }
  /** JSON, but no envelope. */
  | { readonly kind: "wrong-json" }
  /** An envelope padded to so many bytes; `chunked` keeps its length from the headers. */
  | { readonly kind: "huge"; readonly bytes: number; readonly chunked?: boolean }
  /** The query itself reaches Tencent so much later, and is counted and answered only then, even if
   * the one who asked has hung up by that time. */
  | { readonly kind: "late"; readonly ms: number };

export interface Weather {
  /** Every answer takes so many ms, from the least to the most. */
  latency: readonly [number, number];
  set(fault: Fault | null): void;
  setForRoom(roomId: string, fault: Fault | null): void;
  /** For the next `count` queries alone, after those that earlier calls have claimed. */
  next(count: number, fault: Fault): void;
}

/** What the weather is, for whoever shows it. */
export interface Forecast {
  readonly always: Fault | null;
  forRoom(roomId: string): Fault | null;
}

export interface WeatherStation extends Weather, Forecast {
  /** The fault for one query: the next-in-line one, else the room's, else the one for all. */
  take(roomId: string | undefined): Fault | undefined;
}

export function createWeather(): WeatherStation {
  const waiting: { left: number; readonly fault: Fault }[] = [];
  const byRoom = new Map<string, Fault>();
  let always: Fault | null = null;

  return {
    latency: [0, 0],
    set(fault) {
      always = fault;
    },
    setForRoom(roomId, fault) {
      if (fault === null) byRoom.delete(roomId);
      else byRoom.set(roomId, fault);
    },
    get always() {
      return always;
    },
    forRoom: (roomId) => byRoom.get(roomId) ?? null,
    next(count, fault) {
      if (count > 0) waiting.push({ left: count, fault });
    },
    take(roomId) {
      const first = waiting[0];
      if (first !== undefined) {
        first.left -= 1;
        if (first.left <= 0) waiting.shift();
        return first.fault;
      }
      return (roomId === undefined ? undefined : byRoom.get(roomId)) ?? always ?? undefined;
    },
  };
}
