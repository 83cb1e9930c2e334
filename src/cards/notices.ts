import { context, section } from "./blocks.ts";
import type { Card, Part, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";
import { toSlack } from "./to-slack.ts";

/** A short word from the bot: a refusal, a wait, a fault of its own. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** What to type instead. Foreign, since it is made of what was typed. */
  readonly suggestion?: string;
}

export function noticeCard({ title, body, suggestion }: Notice): Card {
  const tail: Part[] =
    suggestion === undefined ? [] : [{ rows: [{ label: "Try", value: { foreign: suggestion } }] }];
  return toSlack({ title: { ours: title }, parts: [{ ours: body }, ...tail], trace: [] });
}

/** Stays in the channel of a slash command when the answer has come: so short, and true then too. */
export function underWayCard(roomId: string): Card {
  const line: Value = { foreign: `Asking Tencent about ${roomId}. The answer follows.` };
  return { blocks: [section(line)], text: fallbackText([line]) };
}

/** Something in this bot broke. @param reference what its log has for this interaction */
export function ownFaultCard(reference: string): Card {
  return noticeCard({
    title: "This bot could not finish your request",
    body: `Something went wrong inside this bot; nothing is known about the room. Ask again. If it happens again, give the people who run this bot the reference ${reference}.`,
  });
}

export function helpCard(
  commands: readonly { readonly usage: string; readonly summary: string }[],
): Card {
  return toSlack({
    title: { ours: "What /room can do" },
    parts: [
      { rows: commands.map(({ usage, summary }) => ({ label: usage, value: { ours: summary } })) },
      {
        ours: "The answer is for you alone, unless you share it. In a thread, mention this bot with the ID instead; in direct messages with it, write the ID alone. Put an ID in double quotes to have it taken as it is.",
      },
    ],
    trace: [],
  });
}

/** A card that was meant for the channel and could not be posted there: the asker gets it alone. */
export function unsharedCard(card: Card): Card {
  return noted(
    "This was not shared: too many answers wait for this channel, or this bot is restarting. Only you see it.",
    card,
  );
}

/** A card that was to take the place of one which is not there any more. */
export function replacedCard(card: Card): Card {
  return noted(
    "The card that you refreshed can't be changed any more; it may have been deleted. Only you see this one.",
    card,
  );
}

/** A card that was meant for a thread of a channel that the bot is not in. */
export function inviteCard(card: Card): Card {
  return noted(
    "This bot is not in this channel, so only you see this. To have answers in the thread, invite it: type /invite @Greenroom in the channel.",
    card,
  );
}

const whyPrivate = {
  shared: "This channel is shared with another company, so only you see this.",
  unknown:
    "This bot is not in this channel and can't tell who reads along, so only you see this. To have answers here for everybody, invite it: type /invite @Greenroom in the channel.",
  direct: "In direct messages this bot can't tell who reads along, so only you see this.",
} as const;

/** A card that was meant for a channel in which people of another company may read along. */
export function privateCard(card: Card, why: keyof typeof whyPrivate): Card {
  return noted(whyPrivate[why], card);
}

function noted(ours: string, { blocks, text }: Card): Card {
  return { blocks: [section({ ours }), ...blocks], text: `${ours}\n${text}` };
}

/** Where a thread has a card of the room already. @param link the card's address, from Slack */
export function upToDateCard(roomId: string, link: string | undefined): Card {
  const room: Value = { foreign: `Room ID ${roomId}` };
  const where: Value = {
    ours: "This thread has a card of this room. It is up to date now.",
    ...(link === undefined || !/^https:\/\/[^\s<>|]+$/.test(link)
      ? {}
      : { markup: `This thread has <${link}|a card of this room>. It is up to date now.` }),
  };
  return { blocks: [section(where), context([room])], text: fallbackText([where, room]) };
}

/** Stands in a modal until the answer is there, and after it went to the thread. */
export const waitingCard: Card = noticeCard({
  title: "Asking Tencent",
  body: "The answer comes in a moment.",
});

export const inThreadCard: Card = noticeCard({
  title: "The card is in the thread",
  body: "Everybody in the channel can see it there. You can close this.",
});
