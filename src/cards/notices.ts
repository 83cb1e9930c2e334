import { header, rows, section } from "./blocks.ts";
import type { Card, Row, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";

/** A short word from the bot: a refusal, a wait, a fault of its own. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** What to type instead. Foreign, since it is made of what was typed. */
  readonly suggestion?: string;
}

export function noticeCard(notice: Notice): Card {
  const title: Value = { ours: notice.title };
  const body: Value = { ours: notice.body };
  const tail: Row[] =
    notice.suggestion === undefined
      ? []
      : [{ label: "Try", value: { foreign: notice.suggestion } }];
  return {
    blocks: [header(title), section(body), ...rows(tail)],
    text: fallbackText([title, body, ...tail]),
  };
}

/** Stays in the channel of a slash command when the answer has come: so short, and true then too. */
export function underWayCard(roomId: string): Card {
  const line: Value = { foreign: `Asking Tencent about ${roomId}. The answer follows below.` };
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
  const title: Value = { ours: "What /room can do" };
  const list: Row[] = commands.map(({ usage, summary }) => ({
    label: usage,
    value: { ours: summary },
  }));
  const note: Value = {
    ours: "The answer is for you alone, unless you share it. Put an ID in double quotes to have it taken as it is.",
  };
  return {
    blocks: [header(title), ...rows(list), section(note)],
    text: fallbackText([title, ...list, note]),
  };
}
