import type { LookupResult } from "../room/result.ts";
import type { RoomId } from "../room/room-id.ts";
import type { Room } from "../room/room.ts";

/** What the card shows of the room. */
export type Reading =
  | {
      readonly kind: "found";
      readonly room: Room;
      readonly requestId: string | undefined;
      readonly asOf: number;
    }
  | {
      readonly kind: "missing";
      /** When it was last there. */
      readonly name: string | undefined;
      readonly code: number;
      readonly requestId: string | undefined;
      readonly asOf: number;
    };

/** Why a watch ended. `lost`: its message, its channel or the right to it is gone. */
export type EndReason = "gone" | "expired" | "stopped" | "lost";

export interface Ending {
  readonly why: EndReason;
  readonly at: number;
  /** Who stopped it, or Slack's word for what is lost. */
  readonly detail: string | undefined;
}

/** A card that follows its room. Times are in ms since 1970. */
export interface Watch {
  readonly id: string;
  readonly room: RoomId;
  readonly channel: string;
  /** The thread that the card stands in; undefined where it stands in the channel itself. */
  readonly thread: string | undefined;
  /** The card's message, once it is known. */
  readonly card: string | undefined;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly endsAt: number;
  /** Tell of so many more entries, and from where the next jump is counted. */
  readonly entriesStep: number | undefined;
  readonly entriesFrom: bigint | undefined;
  readonly ending: Ending | undefined;
  readonly reading: Reading;
  readonly stale: { readonly since: number; readonly why: string } | undefined;
  /** Counts what the card should show, and which of these it shows. */
  readonly wanted: number;
  readonly shown: number;
  /** When it was last edited; where that failed, as late as makes the next try come in time. */
  readonly shownAt: number | undefined;
  /** When a post of the card was begun of which nothing is known yet. */
  readonly begunAt: number | undefined;
  /** No post before this, since the last one failed. */
  readonly notBefore: number | undefined;
  readonly failures: number;
}

/** A word about the room that is still to be said in the thread. */
export interface News {
  readonly clauses: readonly string[];
  readonly owner?: string | undefined;
  readonly at: number;
}

export interface WaitingReply {
  readonly id: string;
  readonly news: News;
  /** When its post was begun of which nothing is known yet. */
  readonly begunAt: number | undefined;
}

/** A reading as a look-up's result, as the cards take it. */
export function resultOfReading(
  id: RoomId,
  reading: Reading,
): Extract<LookupResult, { kind: "found" | "missing" }> {
  const { requestId, asOf } = reading;
  return reading.kind === "found"
    ? { kind: "found", id, room: reading.room, requestId, asOf }
    : { kind: "missing", id, code: reading.code, errorInfo: "", requestId, asOf };
}
