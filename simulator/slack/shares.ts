import { makeSecret } from "./ids.ts";
import type { JsonObject } from "./json.ts";
import { isObject } from "./json.ts";
import type { Message } from "./messages.ts";

/** Links of one message that the app was told of: the only ones it may unfurl. */
export interface Share {
  readonly unfurlId: string;
  readonly channel: string;
  readonly ts: string;
  readonly links: readonly Link[];
}

export interface Link {
  /** The registered domain, which may be shorter than the address's. */
  readonly domain: string;
  /** As it stands in the message's text, so with `&amp;` for `&`. */
  readonly url: string;
}

export function shareOf(message: Message, domains: readonly string[]): Share | undefined {
  const links = linksIn(message.text, domains);
  if (links.length === 0) return undefined;
  const { channel, ts } = message;
  return { unfurlId: `${channel}.${ts}.${makeSecret()}`, channel, ts, links };
}

/** Each address once, in the order of the text. */
export function linksIn(text: string, domains: readonly string[]): Link[] {
  const links = new Map<string, Link>();
  for (const [, url = ""] of text.matchAll(/<(https?:\/\/[^<>|]+)(?:\|[^<>]*)?>/gu)) {
    const host = URL.canParse(url) ? new URL(url).hostname : "";
    const domain = domains.find((known) => host === known || host.endsWith(`.${known}`));
    if (domain !== undefined) links.set(url, { domain, url });
  }
  return [...links.values()];
}

/** Whether a message speaks to this user: in its text or in rich text. */
export function mentions(text: string, blocks: readonly JsonObject[], user: string): boolean {
  return new RegExp(`<@${user}(\\|[^<>]*)?>`, "u").test(text) || namesUser(blocks, user);
}

function namesUser(value: unknown, user: string): boolean {
  if (Array.isArray(value)) return value.some((item) => namesUser(item, user));
  if (!isObject(value)) return false;
  if (value["type"] === "user" && value["user_id"] === user) return true;
  return namesUser(value["elements"], user);
}
