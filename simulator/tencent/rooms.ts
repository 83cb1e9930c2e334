import type { JsonValue } from "./json-text.ts";

// Document 63404. A field set to undefined is left out of the answer, as older and newer versions
// of the service do. An owner given as a bigint is written as a bare integer.
export interface RoomInfo {
  readonly RoomId: string;
  readonly RoomName?: string | undefined;
  readonly RoomType?: string | undefined;
  readonly Owner_Account?: string | bigint | undefined;
  readonly CreateTime?: number | undefined;
  readonly IsSeatEnabled?: boolean | undefined;
  readonly TakeSeatMode?: number | string | undefined;
  readonly MaxSeatCount?: number | undefined;
  readonly MaxMemberCount?: number | undefined;
  readonly IsMessageDisabled?: boolean | string | number | undefined;
  readonly CoverURL?: string | undefined;
  readonly Category?: readonly number[] | undefined;
  readonly ActivityStatus?: number | undefined;
  readonly ViewCount?: number | undefined;
  readonly IsPublicVisible?: boolean | undefined;
  // Newer answers have fields that no list names yet.
  readonly [field: string]: JsonValue | undefined;
}

export interface RoomStore {
  /** Fields not given get a plain default; throws for an ID that is taken or could not be asked for. */
  create(room: RoomInfo): RoomInfo;
  update(roomId: string, patch: Partial<RoomInfo>): RoomInfo;
  /** Whether there was such a room. */
  dissolve(roomId: string): boolean;
  get(roomId: string): RoomInfo | undefined;
  list(): RoomInfo[];
}

// At most 48 bytes of printable ASCII, capital letters counting.
export function isRoomId(value: unknown): value is string {
  return typeof value === "string" && /^[\x20-\x7e]{1,48}$/.test(value);
}

export function createRoomStore(now: () => number): RoomStore {
  const rooms = new Map<string, RoomInfo>();

  return {
    create(room) {
      if (!isRoomId(room.RoomId)) throw new TypeError("Nobody could ask for a room with this ID");
      if (rooms.has(room.RoomId)) throw new Error(`The room ${room.RoomId} exists already`);
      const created = { ...plainRoom(room.RoomId, now()), ...room };
      rooms.set(room.RoomId, created);
      return created;
    },
    update(roomId, patch) {
      const room = rooms.get(roomId);
      if (room === undefined) throw new Error(`There is no room ${roomId}`);
      const updated = { ...room, ...patch, RoomId: roomId };
      rooms.set(roomId, updated);
      return updated;
    },
    dissolve: (roomId) => rooms.delete(roomId),
    get: (roomId) => rooms.get(roomId),
    list: () => [...rooms.values()],
  };
}

function plainRoom(roomId: string, now: number): RoomInfo {
  return {
    RoomId: roomId,
    RoomName: `Room ${roomId}`,
    RoomType: "Live",
    Owner_Account: "host-1",
    CreateTime: Math.floor(now / 1000),
    IsSeatEnabled: true,
    TakeSeatMode: "FreeToTake",
    MaxSeatCount: 8,
    MaxMemberCount: 300,
    IsMessageDisabled: false,
    CoverURL: "",
    Category: [],
    ActivityStatus: 0,
    ViewCount: 0,
    IsPublicVisible: true,
  };
}
