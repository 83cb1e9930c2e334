import type { LookupResult } from "../room/result.ts";
import type { Room, SeatMode } from "../room/room.ts";
import { refreshButton, shareButton, watchButton } from "./actions.ts";
import type { CardModel, Row, Value } from "./card.ts";
import { duration, moment } from "./moment.ts";
import { imageUrl } from "./image-url.ts";
import { seenOf, type Seen } from "./seen.ts";
import { changesSince } from "./since.ts";
import { traces } from "./traces.ts";

export interface CardOptions {
  /** The operator's words for ActivityStatus, by its value. Tencent gives it no meaning. */
  readonly activityLabels: Readonly<Record<string, string>>;
  /** What the card showed that this one takes the place of. */
  readonly before?: Seen;
  /** A card that the whole channel sees needs no button to share it. */
  readonly shared: boolean;
  /** Whether this bot keeps cards up to date. */
  readonly watchable?: boolean;
}

type Found = Extract<LookupResult, { kind: "found" }>;

export function roomCard(result: Found, options: CardOptions): CardModel {
  const { id, room, asOf, requestId } = result;
  const image = imageUrl(room.coverUrl);
  const details = rowsOf(room, asOf, options);
  return {
    title: room.name === undefined ? { ours: "Live room" } : { foreign: room.name },
    parts: [
      ...changesSince(options.before, result),
      ...remarksOn(room),
      image === undefined
        ? { rows: details }
        : { rows: details, image: { url: image, alt: "Cover of the room" } },
    ],
    trace: traces({ requestId, asOf }),
    buttons: {
      list: [
        refreshButton("Refresh", seenOf(result)),
        ...(options.shared ? [] : [shareButton]),
        ...(options.watchable === true ? [watchButton] : []),
      ],
      roomId: id,
    },
  };
}

/** What may explain a complaint, as plain facts. */
function remarksOn(room: Room): Value[] {
  const remarks = ["This room exists at Tencent."];
  if (room.chatMuted === true) {
    remarks.push("Chat is muted for everyone in this room. This may be why somebody can't write.");
  }
  if (room.hidden === true) {
    remarks.push(
      "This room is left out of the room list. This may be why somebody can't find it; it works all the same.",
    );
  }
  return remarks.map((ours) => ({ ours }));
}

function rowsOf(room: Room, asOf: number, { activityLabels }: CardOptions): Row[] {
  const list: (Row | undefined)[] = [
    { label: "Room ID", value: { foreign: room.id } },
    row("Type", foreign(room.type)),
    row("Owner", foreign(room.owner)),
    row("Created", createdValue(room.createdAt, asOf)),
    row("Seats", seatsValue(room)),
    row("Capacity", atMost(room.mostMembers, "people, a limit of the plan")),
    row("Chat", either(room.chatMuted, "Muted for everyone", "Open")),
    row("Room list", either(room.hidden, "Hidden", "Shown")),
    row("Entries so far", entriesValue(room.entries)),
    row("Activity status", activityValue(room.activityStatus, activityLabels)),
    row("Categories", tagValue(room.categories.slice(0, 10).join(", "))),
  ];
  return list.filter((entry) => entry !== undefined);
}

function row(label: string, value: Value | undefined): Row | undefined {
  return value === undefined ? undefined : { label, value };
}

function foreign(text: string | undefined): Value | undefined {
  return text === undefined ? undefined : { foreign: text };
}

function either(truth: boolean | undefined, yes: string, no: string): Value | undefined {
  return truth === undefined ? undefined : { ours: truth ? yes : no };
}

function createdValue(createdAt: number | undefined, asOf: number): Value | undefined {
  // Whatever a date can't hold is no time of a room.
  if (createdAt === undefined || Number.isNaN(new Date(createdAt * 1000).getTime()))
    return undefined;
  const age = asOf / 1000 - createdAt;
  return age < 0 ? moment(createdAt) : moment(createdAt, "", ` (${duration(age)} ago)`);
}

function atMost(count: Room["mostMembers"], what: string): Value | undefined {
  if (count === undefined || count <= 0) return undefined;
  return { ours: `Up to ${count.toLocaleString("en-US")} ${what}` };
}

function entriesValue(entries: Room["entries"]): Value | undefined {
  if (entries === undefined) return undefined;
  return {
    ours: `${entries.toLocaleString("en-US")} (people who come back are counted again; not how many are inside)`,
  };
}

const modeWords: Readonly<Record<Exclude<SeatMode, object>, string>> = {
  free: "anyone may take one",
  apply: "people apply for one first",
  none: "nobody can take one",
};

function seatsValue(room: Room): Value | undefined {
  const { seatsEnabled, seatMode, mostSeats } = room;
  if (seatsEnabled === undefined && seatMode === undefined) return atMost(mostSeats, "seats");
  if (seatsEnabled === false) return { ours: "Off" };
  const parts = seatsEnabled === true ? ["On"] : [];
  if (seatMode !== undefined) {
    parts.push(typeof seatMode === "object" ? `mode “${seatMode.raw}”` : modeWords[seatMode]);
  }
  if (mostSeats !== undefined && mostSeats > 0) {
    parts.push(`up to ${mostSeats.toLocaleString("en-US")}`);
  }
  const sentence = parts.join(", ");
  const words = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return typeof seatMode === "object" ? { foreign: words } : { ours: words };
}

function activityValue(
  status: string | undefined,
  labels: CardOptions["activityLabels"],
): Value | undefined {
  if (status === undefined) return undefined;
  const label = Object.hasOwn(labels, status) ? labels[status] : undefined;
  // The number stays: the label is the operator's, the number is what Tencent's logs hold.
  return label === undefined ? tagValue(status) : { foreign: `${label} (${status})` };
}

/** Tencent keeps these for the customer and gives them no meaning; a bare number says nothing. */
function tagValue(tag: string): Value | undefined {
  return tag === "" ? undefined : { foreign: `${tag} (your app's own tag)` };
}
