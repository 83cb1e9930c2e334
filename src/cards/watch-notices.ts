import type { Card, Value } from "./card.ts";
import { moment } from "./moment.ts";
import type { Notice } from "./notices.ts";
import { toSlack } from "./to-slack.ts";

const titles = {
  begun: "This room is watched now",
  already: "This room is watched here already",
  waiting: "This room is watched now",
} as const;

/** What stands before the card, its name, and what stands behind it. */
const where = {
  begun: ["", "Its card", " is there for everybody, and changes when the room changes."],
  already: ["It has ", "its card", ", which changes when the room changes."],
  waiting: ["Slack did not take ", "its card", " yet. It comes as soon as Slack does."],
} as const;

/** For whoever began a watch. @param until in ms since 1970 */
export function watchBegunCard(
  kind: keyof typeof titles,
  roomId: string,
  until: number,
  link: string | undefined,
): Card {
  const [before, card, after] = where[kind];
  const isLink = link !== undefined && /^https:\/\/[^\s<>|]+$/.test(link);
  const sentence: Value = {
    ours: `${before}${card}${after}`,
    ...(isLink ? { markup: `${before}<${link}|${card}>${after}` } : {}),
  };
  return toSlack({
    title: { ours: titles[kind] },
    parts: [
      sentence,
      {
        ours: "To end it sooner, press Stop watching on the card, or type /room unwatch and the ID.",
      },
    ],
    trace: [{ foreign: `Room ID ${roomId}` }, moment(until / 1000, "Watched until ", "")],
  });
}

export const unwatched: Notice = {
  title: "This room is no longer watched here",
  body: "Its card changes a last time within a few seconds, and then stays as it is.",
};

export const notWatched: Notice = {
  title: "This room is not watched here",
  body: "Its watch may have ended already. To see which rooms are watched in this channel, type /room watches.",
};

/** Where a watch can't be, since not everybody in the channel may see its card. */
export const noWatchHere: Notice = {
  title: "This room is not watched",
  body: "A watch shows its card to everybody in the channel.",
};

/** Where Slack did not take the card, though it may have been a passing thing. */
export const watchRefused: Notice = {
  title: "This room is not watched",
  body: "Slack did not let this bot post the card here. The bot may not be in this channel, or may not write in it. Type /invite @Greenroom in the channel, and try again.",
};

export const noWatches: Notice = {
  title: "This bot keeps no watches",
  body: "A watch has to be kept, and this bot is set up to keep nothing, or can't. The people who run it can tell from its log.",
};
