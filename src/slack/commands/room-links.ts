/** Where in a link a room's ID stands: an expression with one group. */
export interface RoomPattern {
  readonly name: string;
  readonly pattern: RegExp;
}

/** The usual places. Operators add their own console's with ROOM_PATTERNS. */
export const defaultRoomPatterns: readonly RoomPattern[] = [
  { name: "query", pattern: /[?&#](?:room_?id|room|live_?id)=([^&#\s]+)/i },
  {
    name: "path",
    pattern: /\/(?:rooms?|lives?|live-rooms?)\/(?!(?:rooms?|lives?|live-rooms?)\/)([^/?#\s]+)/i,
  },
];

/** @returns the ID that the link names, or undefined */
export function roomInLink(url: string, patterns: readonly RoomPattern[]): string | undefined {
  for (const { pattern } of patterns) {
    const found = pattern.exec(url)?.[1];
    if (found !== undefined && found !== "") return decoded(found);
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
