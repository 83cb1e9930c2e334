import { context, header, section } from "./blocks.ts";
import type { Card, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";
import { moment } from "./moment.ts";
import { personMarkup } from "./person.ts";

export interface WatchEntry {
  readonly roomId: string;
  /** In ms since 1970. */
  readonly until: number;
  readonly startedBy: string;
  /** The card's address, from Slack. */
  readonly link: string | undefined;
}

/** More would be too much text for Slack, with IDs as long as can be. */
export const mostWatchesListed = 10;

const title: Value = { ours: "Rooms that are watched in this channel" };
const none: Value = {
  ours: "None. Type /room watch and a room's ID to have a card that follows the room.",
};

export function watchListCard(entries: readonly WatchEntry[]): Card {
  const shown = entries.slice(0, mostWatchesListed);
  const more = entries.length - shown.length;
  const tail: Value[] =
    entries.length === 0 ? [none] : more > 0 ? [{ ours: `And ${more} more.` }] : [];
  return {
    blocks: [
      header(title),
      ...shown.flatMap((entry) => [section({ foreign: entry.roomId }), context(detailsOf(entry))]),
      ...tail.map(section),
    ],
    text: fallbackText([
      title,
      ...shown.flatMap((entry) => [
        { label: "Room ID", value: { foreign: entry.roomId } },
        ...detailsOf(entry).slice(0, 1),
      ]),
      ...tail,
    ]),
  };
}

function detailsOf({ until, startedBy, link }: WatchEntry): Value[] {
  const person = personMarkup(startedBy);
  const isLink = link !== undefined && /^https:\/\/[^\s<>|]+$/.test(link);
  return [
    moment(until / 1000, "Watched until ", ""),
    ...(person === undefined ? [] : [{ ours: "Started by", markup: `Started by ${person}` }]),
    ...(isLink ? [{ ours: "Its card", markup: `<${link}|Its card>` }] : []),
  ];
}
