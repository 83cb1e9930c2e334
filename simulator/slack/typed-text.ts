import type { JsonObject } from "./json.ts";

const TOKEN = /(<[^<>]*>)/u;
// A full stop or a bracket behind an address belongs to the sentence.
const BARE_URL = /\bhttps?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"]/gu;

/** Slack puts brackets around every address that a person typed, and escapes the & in it. */
export function linkAddresses(text: string): string {
  return text
    .split(TOKEN)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(BARE_URL, bracketed)))
    .join("");
}

function bracketed(url: string): string {
  return `<${url.replaceAll(/&(?!amp;|lt;|gt;)/gu, "&amp;")}>`;
}

export function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/**
 * The rich text that a person's client sends beside the text.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function richTextOf(text: string): JsonObject {
  const elements = text.split(TOKEN).flatMap((part, index): JsonObject[] => {
    if (part === "") return [];
    return [index % 2 === 1 ? liveElement(part) : { type: "text", text: unescapeText(part) }];
  });
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

function liveElement(token: string): JsonObject {
  const [target = "", label] = token.slice(1, -1).split("|", 2);
  if (target.startsWith("@")) return { type: "user", user_id: target.slice(1) };
  if (target.startsWith("#")) return { type: "channel", channel_id: target.slice(1) };
  if (target.startsWith("!subteam^")) {
    return { type: "usergroup", usergroup_id: target.slice("!subteam^".length) };
  }
  if (target.startsWith("!")) return { type: "broadcast", range: target.slice(1) };
  const url = unescapeText(target);
  return { type: "link", url, ...(label !== undefined && { text: unescapeText(label) }) };
}
