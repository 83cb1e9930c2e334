import type { RoomInfo } from "./rooms.ts";
import type { TencentSimulator } from "./server.ts";
import type { Fault } from "./weather.ts";

// Rooms for a demo and for tests. "gone-room" is the one that does not exist.

/** Throws where one of them exists already. */
export function addSampleRooms(
  { rooms, weather }: Pick<TencentSimulator, "rooms" | "weather">,
  now: number = Date.now(),
): void {
  for (const room of sampleRooms(Math.floor(now / 1000))) rooms.create(room);
  for (const [roomId, fault] of Object.entries(troubledRooms)) {
    rooms.create({ RoomId: roomId });
    weather.setForRoom(roomId, fault);
  }
}

const troubledRooms: Readonly<Record<string, Fault>> = {
  "slow-room": { kind: "slow", ms: 4000 },
  "hanging-room": { kind: "hang" },
  "broken-room": { kind: "http", status: 502 },
  "unpaid-room": { kind: "code", code: 60020, info: "the plan of this app has lapsed" },
  "wrong-key-room": { kind: "code", code: 70009, info: "the UserSig was made with another key" },
  "busy-room": { kind: "code", code: 100001, info: "something went wrong inside, try again" },
  "blocked-room": { kind: "code", code: 60021, info: "calls from this address are not allowed" },
};

function sampleRooms(now: number): RoomInfo[] {
  return [
    {
      RoomId: "live-room",
      RoomName: "Friday night karaoke",
      RoomType: "Live",
      // The owner in Tencent's older sample, a bare integer beyond 2^53.
      Owner_Account: 144115233775727695n,
      CreateTime: now - 5400,
      IsSeatEnabled: true,
      TakeSeatMode: 1,
      MaxSeatCount: 8,
      MaxMemberCount: 300,
      IsMessageDisabled: false,
      CoverURL: "https://covers.example/karaoke.png",
      Category: [1, 2, 3],
      ActivityStatus: 1,
      ViewCount: 812,
      IsPublicVisible: true,
    },
    {
      RoomId: "muted-room",
      RoomName: "Product launch, questions at the end",
      Owner_Account: "launch-host",
      CreateTime: now - 900,
      TakeSeatMode: 2,
      // The documents say String here.
      IsMessageDisabled: "true",
      ViewCount: 2041,
    },
    {
      RoomId: "hidden-room",
      RoomName: "Rehearsal",
      Owner_Account: "stage-manager",
      CreateTime: now - 7200,
      TakeSeatMode: "ApplyToTake",
      ViewCount: 6,
      IsPublicVisible: false,
    },
    {
      RoomId: "quiet-room",
      RoomName: "Quiet reading",
      RoomType: undefined,
      Owner_Account: "librarian",
      CreateTime: undefined,
      IsSeatEnabled: false,
      TakeSeatMode: undefined,
      MaxSeatCount: undefined,
      MaxMemberCount: undefined,
      IsMessageDisabled: undefined,
      CoverURL: undefined,
      Category: undefined,
      ActivityStatus: undefined,
      ViewCount: undefined,
      IsPublicVisible: undefined,
    },
    {
      RoomId: "hostile-room",
      // U+202E turns the text after it around, U+202C ends that.
      RoomName: "<!channel> *bold* <https://evil.example|click> & \u202Egpj.reven\u202C `x`",
      Owner_Account: "<@U0EVIL>_*&lt;!here&gt;*",
      CreateTime: now - 60,
      CoverURL: "javascript:alert(1)",
      ViewCount: 1,
    },
    {
      RoomId: "live-8821",
      RoomName: "Night market tour 🏮",
      Owner_Account: "guide-mei",
      CreateTime: now - 2700,
      TakeSeatMode: "FreeToTake",
      MaxSeatCount: 9,
      MaxMemberCount: 1000,
      Category: [7],
      ActivityStatus: 2,
      ViewCount: 356,
      // Newer answers have these; what is in them here is made up.
      Notice: "Bring an umbrella",
      KeepOwnerOnSeat: true,
      IsUnlimitedRoomEnabled: false,
    },
  ];
}
