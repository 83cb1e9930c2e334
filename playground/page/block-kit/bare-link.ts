import { decodeEntities } from "./entities.ts";
import type { Inline } from "./mrkdwn-nodes.ts";
import { safeUrl } from "./safe-url.ts";

/** `&lt;` and `&gt;` end an address as their characters do. */
const address = /https?:\/\/(?:[^\s<>|`&]|&(?![lg]t;))+/iy;
const sentenceEnd = new Set(".,;:!?)]'\"*_~");

export interface FoundLink {
  readonly node: Inline;
  readonly length: number;
}

/** The address that begins here and that nobody put into brackets. */
export function bareLinkAt(line: string, at: number): FoundLink | undefined {
  if (at > 0 && /[\p{L}\p{N}_]/u.test(line.charAt(at - 1))) return undefined;
  address.lastIndex = at;
  const found = address.exec(line)?.[0];
  if (found === undefined) return undefined;
  const raw = withoutSentenceEnd(found);
  const text = decodeEntities(raw);
  const url = safeUrl(text);
  const shown: Inline = { kind: "text", text };
  // Also what is no address after all is taken as a whole, or it would be looked at again and again.
  const node: Inline = url === undefined ? shown : { kind: "link", url, nodes: [shown] };
  return { node, length: raw.length };
}

/** By hand, since a pattern would look through long runs of full stops again and again. */
function withoutSentenceEnd(text: string): string {
  let end = text.length;
  while (sentenceEnd.has(text.charAt(end - 1)) && !text.endsWith("&amp;", end)) end -= 1;
  return text.slice(0, end);
}
