import { plainCharacters, unescapeEntities } from "../commands/typed-text.ts";

export interface VisibleText {
  readonly text: string;
  readonly links: readonly string[];
}

/** Slack refuses longer addresses in a block. */
export const longestLink = 3_000;
const mostLinks = 100;
/**
 * Stands for what shows no words, so that those on its two sides don't become neighbours. Unicode's
 * own character for that is in it: none of an ID's, so that what goes across it is no ID.
 */
const gap = " |\ufffc| ";

/** Slack's own words between angle brackets: links, mentions, dates. Another `<` is itself. */
const marked = /<(?:(https?:\/\/[^<>|\s]+)|(?:mailto:|tel:|[@#!])[^<>|]*)(?:\|([^<>]*))?>/gi;
const bareLink = /https?:\/\/[^\s<>"'`|\\]+/gi;

/** What a reader sees of a text, and where its links go. A link without label shows nothing. */
export function visibleText(raw: string): VisibleText {
  const links: string[] = [];
  function keep(url: string): void {
    if (links.length < mostLinks && url.length <= longestLink) links.push(unescapeEntities(url));
  }
  const unmarked = raw.replace(marked, (_, url: string | undefined, label: string | undefined) => {
    if (url === undefined) return gap;
    keep(url);
    return label ?? gap;
  });
  const text = unmarked.replace(bareLink, (url) => {
    keep(url.replace(/[.,;:!?)\]}*~]{1,9}$/, ""));
    return gap;
  });
  return { text: plainLines(unescapeEntities(text)), links };
}

function plainLines(text: string): string {
  return text
    .replace(/[\u2010\u2011]/g, "-")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(plainCharacters)
    .join("\n");
}
