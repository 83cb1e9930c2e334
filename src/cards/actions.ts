/** The buttons of our cards. Their ids and values are made and read here and nowhere else. */
export const actionIds = {
  /** Reads the room again and puts the new card in place of the old. */
  refresh: "room_refresh",
  /** The same on the card of a problem, which holds nothing worth keeping. */
  retry: "room_retry",
  share: "room_share",
} as const;

export type ActionId = (typeof actionIds)[keyof typeof actionIds];

export const refreshButton = (label: string) => ({ action: actionIds.refresh, label });
export const retryButton = { action: actionIds.retry, label: "Try again" } as const;
export const shareButton = { action: actionIds.share, label: "Share to channel" } as const;

/** Percent-encoded, so that no escaping on Slack's side can change the ID on its way back. */
export function buttonValue(roomId: string): string {
  return encodeURIComponent(roomId);
}

/** @returns undefined when the value is none of ours */
export function roomIdOfValue(value: string | undefined): string | undefined {
  if (value === undefined || value === "") return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
