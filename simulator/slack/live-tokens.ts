import type { JsonObject } from "./json.ts";
import { isObject } from "./json.ts";
import type { MessageContent } from "./messages.ts";

export type LiveKind = "user" | "channel" | "group" | "broadcast" | "link" | "date";

/** Something in a message that Slack acts on: it notifies, links or fetches. */
export interface LiveToken {
  readonly kind: LiveKind;
  readonly token: string;
  /** A JSON pointer into the message. */
  readonly where: string;
}

// https://docs.slack.dev/messaging/formatting-message-text
const KINDS: readonly (readonly [LiveKind, RegExp])[] = [
  ["user", /^@[UW][A-Z0-9]+/u],
  ["channel", /^#C[A-Z0-9]+/u],
  ["group", /^!subteam\^/u],
  ["broadcast", /^!(here|channel|everyone)\b/u],
  ["date", /^!date\^/u],
  ["link", /^(https?|mailto|tel|slack):/iu],
];

const RICH_KINDS: Record<string, LiveKind> = {
  user: "user",
  usergroup: "group",
  channel: "channel",
  broadcast: "broadcast",
  link: "link",
  date: "date",
};

/** Everything live in the top-level text, in mrkdwn objects, in rich text and in attachments. */
export function liveTokens(message: Pick<MessageContent, "raw">): LiveToken[] {
  const { raw } = message;
  const tokens = inText(raw["text"], "/text");
  collect(parsed(raw["blocks"]), "/blocks", tokens);
  for (const text of strings(parsed(raw["attachments"]), "/attachments")) {
    tokens.push(...inText(text.value, text.where));
  }
  return tokens;
}

function inText(text: unknown, where: string): LiveToken[] {
  if (typeof text !== "string") return [];
  return [...text.matchAll(/<([^<>]+)>/gu)].flatMap(([token, inner = ""]) => {
    const kind = KINDS.find(([, pattern]) => pattern.test(inner))?.[0];
    return kind === undefined ? [] : [{ kind, token, where }];
  });
}

function collect(value: unknown, where: string, tokens: LiveToken[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, `${where}/${index}`, tokens);
  } else if (isObject(value)) {
    if (value["type"] === "mrkdwn") {
      tokens.push(...inText(value["text"], `${where}/text`));
      return;
    }
    // In plain_text and in rich text's own text nothing is live: Slack shows the characters.
    if (value["type"] === "plain_text") return;
    tokens.push(...inRichText(value, where));
    for (const [name, field] of Object.entries(value)) collect(field, `${where}/${name}`, tokens);
  }
}

function inRichText(element: JsonObject, where: string): LiveToken[] {
  const kind = where.includes("/elements/") ? RICH_KINDS[String(element["type"])] : undefined;
  return kind === undefined ? [] : [{ kind, token: JSON.stringify(element), where }];
}

function strings(value: unknown, where: string): { value: string; where: string }[] {
  if (typeof value === "string") return [{ value, where }];
  if (Array.isArray(value)) return value.flatMap((item, i) => strings(item, `${where}/${i}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => strings(field, `${where}/${name}`));
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
