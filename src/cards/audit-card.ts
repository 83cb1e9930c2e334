import { context, header, section } from "./blocks.ts";
import type { Card, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";
import { moment } from "./moment.ts";
import { personMarkup } from "./person.ts";

/** One look-up, as the store has kept it. */
export interface AuditEntry {
  /** In ms since 1970. */
  readonly at: number;
  /** Slack's ID of the person; empty where nobody asked, as with an alert. */
  readonly asker: string;
  readonly channel: string;
  readonly entry: string;
  readonly room: string;
  readonly result: string;
  readonly outcome: string;
}

export interface Audit {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  /** Whether there are older ones. */
  readonly hasMore: boolean;
  readonly room: string | undefined;
  readonly person: string | undefined;
}

/** More would be too much text for Slack, with IDs as long as can be. */
export const mostAudited = 10;

/** No ID of Slack's is as long. */
const longestSlackId = 24;

const title: Value = { ours: "Last look-ups" };
const none: Value = { ours: "None that this bot has kept." };
const more: Value = {
  ours: "There are older ones. The people who run this bot get them all with: npx greenroom audit",
};

/** For an admin's eyes: who looked which room up, where, and what came of it. */
export function auditCard({ entries, hasMore, room, person }: Audit): Card {
  const about: Value[] = [
    ...(room === undefined ? [] : [{ foreign: `Room ID ${room}` }]),
    ...(person === undefined ? [] : [named("By", person)]),
  ];
  const shown = entries.slice(0, mostAudited);
  const tail = shown.length === 0 ? [none] : hasMore ? [more] : [];
  return {
    blocks: [
      header(title),
      ...(about.length > 0 ? [context(about)] : []),
      ...shown.flatMap((entry) => [section({ foreign: entry.room }), context(detailsOf(entry))]),
      ...tail.map(section),
    ],
    text: fallbackText([
      title,
      ...about,
      ...shown.flatMap((entry) => [
        { label: "Room ID", value: { foreign: entry.room } },
        ...detailsOf(entry),
      ]),
      ...tail,
    ]),
  };
}

function detailsOf({ at, asker, channel, entry, result, outcome }: AuditEntry): Value[] {
  return [
    moment(at / 1000),
    asker === "" ? { ours: "By nobody: this bot itself" } : named("By", asker),
    placeOf(channel),
    { ours: ways.get(entry) ?? "By a way that this version does not know" },
    { ours: endOf(result, outcome) },
  ];
}

function named(before: string, user: string): Value {
  const markup = personMarkup(user);
  return markup === undefined
    ? { foreign: `${before} ${user.slice(0, longestSlackId)}` }
    : { ours: `${before} ${user}`, markup: `${before} ${markup}` };
}

function placeOf(channel: string): Value {
  if (channel === "") return { ours: "In no channel" };
  if (channel.startsWith("D")) return { ours: "In direct messages" };
  return /^[CG][A-Z0-9]{2,20}$/.test(channel)
    ? { ours: `In ${channel}`, markup: `In <#${channel}>` }
    : { foreign: `In ${channel.slice(0, longestSlackId)}` };
}

const ways: ReadonlyMap<string, string> = new Map([
  ["alert", "Because of an alert"],
  ["command", "With /room"],
  ["direct-message", "In a message to this bot"],
  ["home", "On the Home tab"],
  ["mention", "By this bot's name"],
  ["message-shortcut", "On a message"],
  ["modal", "In a window"],
  ["refresh", "With Refresh"],
  ["retry", "With Try again"],
  ["share", "With Share to channel"],
  ["unwatch", "To stop watching it"],
  ["watch", "To watch it"],
  ["workflow-step", "In a workflow"],
]);

const ends: ReadonlyMap<string, string> = new Map([
  ["answered", "Answered"],
  ["found", "The room was found"],
  ["missing", "There was no such room"],
  ["failed", "It could not be read"],
  ["refused", "Refused"],
]);

/** A room that was found, and of which the asker heard nothing, is told apart. */
function endOf(result: string, outcome: string): string {
  const end = ends.get(result) ?? "Ended in a way that this version does not know";
  return outcome === "failed" && result !== "failed" ? `${end}; the answer did not arrive` : end;
}
