import type { CardButton } from "./card.ts";
import { readSeen, writeSeen, type Seen } from "./seen.ts";

/** The buttons of our cards. Their ids and values are made and read here and nowhere else. */
export const actionIds = {
  /** Reads the room again and puts the new card in place of the old. */
  refresh: "room_refresh",
  /** The same on the card of a problem, which holds nothing worth keeping. */
  retry: "room_retry",
  share: "room_share",
  /** Begins to keep the card up to date, for all to see, and ends it. */
  watch: "room_watch",
  unwatch: "room_unwatch",
  /** Beside a look-up in the Home tab: reads the room again, and shows it at the top. */
  homeRefresh: "home_refresh",
} as const;

export type ActionId = (typeof actionIds)[keyof typeof actionIds];

export function refreshButton(label: string, seen?: Seen): CardButton {
  return { action: actionIds.refresh, label, ...(seen === undefined ? {} : { seen }) };
}
export const retryButton = { action: actionIds.retry, label: "Try again" } as const;
export const shareButton = { action: actionIds.share, label: "Share to channel" } as const;
export const watchButton = { action: actionIds.watch, label: "Watch" } as const;
export const unwatchButton = { action: actionIds.unwatch, label: "Stop watching" } as const;

/**
 * Percent-encoded, so that no escaping on Slack's side can change the ID on its way back.
 *
 * @param seen what the card shows, for the next one to tell what changed
 */
export function buttonValue(roomId: string, seen?: Seen): string {
  const id = encodeURIComponent(roomId);
  // A question mark is encoded in an ID, so it parts the two.
  return seen === undefined ? id : `${id}?${writeSeen(seen)}`;
}

/** What came back with a press. `roomId` is undefined when the value is none of ours. */
export function readButtonValue(value: string | undefined): {
  readonly roomId: string | undefined;
  readonly seen: Seen | undefined;
} {
  const [id = "", seen = ""] = (value ?? "").split("?");
  return { roomId: decoded(id), seen: readSeen(seen) };
}

function decoded(id: string): string | undefined {
  if (id === "") return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}
