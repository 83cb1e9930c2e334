import type { Command } from "./command.ts";
import { getRoomInfo } from "./get-room-info.ts";

// Read-only commands alone belong here: a look-up bot has no business with any other.
export const commands: ReadonlyMap<string, Command> = new Map([
  ["/v4/live_engine_http_srv/get_room_info", getRoomInfo],
]);
