import type { Fault } from "../tencent/fault.ts";
import type { Problem } from "../tencent/problem.ts";
import type { Room } from "./room.ts";
import type { RoomId } from "./room-id.ts";

/** What a look-up came to. `asOf` is when it was read, in ms since 1970. */
export type LookupResult =
  | {
      readonly kind: "found";
      /** The ID that was asked for. */
      readonly id: RoomId;
      readonly room: Room;
      readonly requestId: string | undefined;
      readonly asOf: number;
    }
  | {
      readonly kind: "missing";
      readonly id: RoomId;
      /** 100004, or 0 where Tencent said OK and sent no room. */
      readonly code: number;
      readonly errorInfo: string;
      readonly requestId: string | undefined;
      readonly asOf: number;
    }
  | {
      readonly kind: "failed";
      readonly id: RoomId;
      readonly problem: Problem;
      /** Set where no answer of Tencent's came. */
      readonly fault: Fault | undefined;
      readonly errorInfo: string;
      readonly requestId: string | undefined;
      /** How often Tencent was asked; undefined where the asker left before that was known. */
      readonly tries: number | undefined;
      readonly asOf: number;
    };
