import { roomInLink, type RoomPattern } from "../commands/room-links.ts";
import { assignedTo } from "./assigned.ts";
import { ranks, type Candidate } from "./candidate.ts";
import { isPlaceholder, looksLikeId } from "./looks-like-id.ts";
import { roomKeyOf, roomKeysIn } from "./room-keys.ts";

const mostParameters = 60;

/** The rooms that a link names: in its parameters, in labels inside of them, or in its path. */
export function roomsInLink(url: string, usual: readonly RoomPattern[]): readonly Candidate[] {
  return [...roomsInParameters(url), ...roomsInLinksInside(url, usual), ...byPatterns(url, usual)];
}

function roomsInParameters(url: string): readonly Candidate[] {
  return parametersOf(url).flatMap(([name, value]) => {
    const key = roomKeyOf(name);
    // A matcher or a query: `matcher=room%3Dlive-1`, `expr={room="live-1"}`.
    if (key === undefined)
      return [...roomKeysIn(value)].flatMap((inner) => assignedTo(value, inner));
    if (isPlaceholder(value) || (key.plural && /^\d+$/.test(value))) return [];
    return [{ id: value, rank: key.kind === "id" ? ranks.id : ranks.room }];
  });
}

/** A link that leads to another: `?redirect=https%3A%2F%2F…`. One inside of that is not followed. */
function roomsInLinksInside(url: string, usual: readonly RoomPattern[]): readonly Candidate[] {
  return parametersOf(url).flatMap(([, value]) =>
    /^https?:\/\//i.test(value) ? [...roomsInParameters(value), ...byPatterns(value, usual)] : [],
  );
}

/** The usual patterns know where an ID would stand; `/rooms/overview` stands there too. */
function byPatterns(url: string, usual: readonly RoomPattern[]): readonly Candidate[] {
  return usual.flatMap((pattern) => {
    const id = roomInLink(url, [pattern]);
    return id !== undefined && looksLikeId(id, 1) ? [{ id, rank: ranks.link }] : [];
  });
}

function parametersOf(url: string): readonly (readonly [name: string, value: string])[] {
  return url
    .split(/[?&#]/, mostParameters)
    .slice(1)
    .map((parameter) => {
      const sign = parameter.indexOf("=");
      const [name, value] =
        sign < 0 ? ["", parameter] : [parameter.slice(0, sign), parameter.slice(sign + 1)];
      return [decoded(name), decoded(value.replaceAll("+", " "))];
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
