import { bareLinkAt } from "./bare-link.ts";
import { emojiAt } from "./emoji.ts";
import { decodeEntities } from "./entities.ts";
import { readToken } from "./live-token.ts";
import type { Inline } from "./mrkdwn-nodes.ts";
import { canClose, canOpen, styleOf } from "./style-signs.ts";
import { styledNodes } from "./styled-nodes.ts";

/** What is read as more than characters. */
export interface Rules {
  /** `*bold*`, `_italic_`, `~strike~` and code. */
  readonly styles: boolean;
  readonly emoji: boolean;
  /** What stands between `<` and `>`. */
  readonly tokens: boolean;
  readonly bareLinks: boolean;
}

interface Found {
  readonly node: Inline;
  /** How much of the line it takes. */
  readonly length: number;
}

/** Reads in one pass: every character is looked at a fixed number of times, whatever the line. */
export function readLine(line: string, rules: Rules): readonly Inline[] {
  const ends = tokenEnds(line);
  const written = styledNodes();
  let from = 0;
  let at = 0;
  const flush = (): void => {
    if (at > from) written.text(decodeEntities(line.slice(from, at)));
  };
  while (at < line.length) {
    const found = foundAt(line, at, ends, rules);
    const style = rules.styles ? styleOf(line.charAt(at)) : undefined;
    if (found !== undefined) {
      flush();
      written.node(found.node);
      at += found.length;
      from = at;
    } else if (style !== undefined) {
      flush();
      const isOpen = written.isOpen(style);
      if (isOpen && canClose(line, at)) written.close(style);
      else if (!isOpen && canOpen(line, at)) written.open(style, line.charAt(at));
      else written.text(line.charAt(at));
      at += 1;
      from = at;
    } else {
      at += 1;
    }
  }
  flush();
  return written.end();
}

function foundAt(
  line: string,
  at: number,
  ends: ReadonlyMap<number, number>,
  rules: Rules,
): Found | undefined {
  switch (line.charAt(at)) {
    case "<":
      return rules.tokens ? tokenAt(line, at, ends.get(at), rules) : undefined;
    case "`":
      return rules.styles ? codeAt(line, at, rules) : undefined;
    case ":": {
      const emoji = rules.emoji ? emojiAt(line, at) : undefined;
      if (emoji === undefined) return undefined;
      const { name, character, length } = emoji;
      return { node: { kind: "emoji", name, character }, length };
    }
    case "h":
    case "H":
      return rules.bareLinks ? bareLinkAt(line, at) : undefined;
    default:
      return undefined;
  }
}

/** By the place of each `<` that of its `>`: found at once, not anew for each of many `<`. */
function tokenEnds(line: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { index, 0: whole } of line.matchAll(/<[^<>\n]*(?=>)/g)) {
    ends.set(index, index + whole.length);
  }
  return ends;
}

function tokenAt(
  line: string,
  at: number,
  end: number | undefined,
  rules: Rules,
): Found | undefined {
  if (end === undefined) return undefined;
  const node = readToken(line.slice(at + 1, end), (label) =>
    readLine(label, { ...rules, tokens: false, bareLinks: false }),
  );
  return node && { node, length: end + 1 - at };
}

function codeAt(line: string, at: number, rules: Rules): Found | undefined {
  const end = line.indexOf("`", at + 1);
  const inner = end === -1 ? "" : line.slice(at + 1, end);
  if (inner.trim() === "") return undefined;
  const nodes = readLine(inner, { ...rules, styles: false, emoji: false, bareLinks: false });
  return { node: { kind: "code", nodes }, length: end + 1 - at };
}
