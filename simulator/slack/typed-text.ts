import type { JsonObject } from "./json.ts";
import type { Workspace } from "./workspace.ts";

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

const NAME = /(^|[\s(])([@#])([\w.-]*\w)/gu;
const BROADCASTS = new Set(["here", "channel", "everyone"]);

/**
 * What a person's client makes of the characters that they typed: entities for `& < >`, and tokens
 * for the names that it knows.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function typedBy(characters: string, workspace: Workspace): string {
  return escapeText(characters).replace(
    NAME,
    (whole, before: string, sign: string, name: string) => {
      const token = sign === "@" ? mentionOf(name, workspace) : channelNamed(name, workspace);
      return token === undefined ? whole : before + token;
    },
  );
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function mentionOf(name: string, { users, userGroups }: Workspace): string | undefined {
  const wanted = name.toLowerCase();
  if (BROADCASTS.has(wanted)) return `<!${wanted}>`;
  const user = [...users.values()].find((known) => known.name === wanted);
  if (user !== undefined) return `<@${user.id}>`;
  const group = [...userGroups.values()].find(({ handle }) => handle === wanted);
  return group && `<!subteam^${group.id}|@${group.handle}>`;
}

function channelNamed(name: string, { channels }: Workspace): string | undefined {
  const wanted = name.toLowerCase();
  const found = [...channels.values()].find((channel) => channel.name === wanted);
  return found && `<#${found.id}|${found.name}>`;
}
