import {
  describeProblem,
  textLength,
  validateBlocks,
} from "../../simulator/slack/blocks/validate.ts";
import { readContent } from "../../simulator/slack/content.ts";
import { liveTokens } from "../../simulator/slack/live-tokens.ts";
import type { Card } from "../../src/cards/card.ts";

/** Line breaks of our own are fine; nothing else that steers a terminal or turns a line around. */
const steering =
  /(?!\n)[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

const ourDate =
  /^<!date\^\d{1,12}\^\{date_short_pretty\} \{time\}\|\d{4}-\d\d-\d\d \d\d:\d\d UTC>$/;

/** What Slack makes a link of without angle brackets. */
const bareLink = /[a-z]:\/\/|mailto:[a-z0-9]/i;

/** Everything that is wrong with a card, by the stand-in's rules and by ours; empty when it's fine. */
export function flawsOf(card: Card): string[] {
  const raw = JSON.parse(JSON.stringify({ text: card.text, blocks: card.blocks })) as {
    readonly text: string;
    readonly blocks: Record<string, unknown>[];
  };
  const content = readContent(raw);
  const strings = stringsIn(raw);
  return [
    ...validateBlocks(raw.blocks).map(describeProblem),
    ...(content.ok ? [] : [`refused: ${content.error}`]),
    ...(raw.text.trim() === "" ? ["the text is empty"] : []),
    ...(textLength(raw.blocks) + raw.text.length < 9_000 ? [] : ["more text than 9,000"]),
    ...liveTokens({ raw })
      .filter(({ kind, token }) => kind !== "date" || !ourDate.test(token))
      .map(({ token, where }) => `live: ${token} at ${where}`),
    ...[raw.text, ...markupIn(raw.blocks)]
      .filter((text) => bareLink.test(text))
      .map((text) => `bare link: ${text}`),
    ...strings.filter((text) => steering.test(text)).map((text) => `steering: ${escape(text)}`),
    ...strings.filter((text) => !text.isWellFormed()).map((text) => `half: ${escape(text)}`),
  ];
}

/** What a reader sees in the blocks, one piece of text a line. */
export function shownIn(card: Card): string {
  return stringsUnder(card.blocks, "text").join("\n");
}

function markupIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== "object" || value === null) return [];
  const own =
    "type" in value && value.type === "mrkdwn" && "text" in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function stringsUnder(value: unknown, name: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) =>
    key === name && typeof field === "string" ? [field] : stringsUnder(field, name),
  );
}

function escape(text: string): string {
  return JSON.stringify(text).slice(0, 200);
}
