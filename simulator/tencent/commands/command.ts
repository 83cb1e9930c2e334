import type { Refusal } from "../codes.ts";
import type { Answer } from "../envelope.ts";
import type { JsonObject } from "../json-text.ts";
import type { RoomStore } from "../rooms.ts";

export interface Command {
  /** What is wrong with the body, found before the quota is looked at. */
  check(body: JsonObject): Refusal | undefined;
  answer(body: JsonObject, rooms: RoomStore): Answer;
}
