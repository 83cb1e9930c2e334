import type { Log } from "../../ops/log.ts";
import type { Answerer } from "../answer.ts";
import type { Replies } from "../response-url.ts";
import type { RoomPattern } from "../commands/room-links.ts";

/** What every listener is given. */
export interface ListenerParts {
  readonly answerer: Answerer;
  readonly replies: Replies;
  readonly log: Log;
  readonly roomPatterns: readonly RoomPattern[];
  readonly activityLabels: Readonly<Record<string, string>>;
}
