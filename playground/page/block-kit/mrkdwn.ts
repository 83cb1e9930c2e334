import { readLine, type Rules } from "./mrkdwn-line.ts";
import type { Inline, Passage } from "./mrkdwn-nodes.ts";

export interface MrkdwnOptions {
  /** Bare addresses stay text. */
  readonly verbatim?: boolean;
  /** False: no styles, quotes and code, as in an attachment that does not ask for them. */
  readonly styles?: boolean;
}

/**
 * Reads Slack's markup. Entities are decoded after everything else, so that no escaped text ever
 * becomes a mention, a link or a date.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function readMrkdwn(text: string, options: MrkdwnOptions = {}): readonly Passage[] {
  const { verbatim = false, styles = true } = options;
  const rules: Rules = { styles, emoji: true, tokens: true, bareLinks: !verbatim };
  if (!styles) return [{ kind: "lines", nodes: readLines(text.split("\n"), rules) }];
  return fenced(text).flatMap(({ isCode, text: part }) =>
    isCode ? [preformatted(part, rules)] : passages(part, rules),
  );
}

interface Part {
  readonly isCode: boolean;
  readonly text: string;
}

const FENCE = "```";

function fenced(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let open = text.indexOf(FENCE);
  while (open !== -1) {
    const close = text.indexOf(FENCE, open + FENCE.length);
    if (close === -1) break;
    const code = text.slice(open + FENCE.length, close);
    if (code.trim() === "") {
      open = close;
      continue;
    }
    const end = close + FENCE.length;
    // The line breaks around a block of code are those of the block.
    parts.push({ isCode: false, text: text.slice(from, open).replace(/\n$/, "") });
    parts.push({ isCode: true, text: code.replace(/^\n/, "").replace(/\n$/, "") });
    from = text.startsWith("\n", end) ? end + 1 : end;
    open = text.indexOf(FENCE, from);
  }
  parts.push({ isCode: false, text: text.slice(from) });
  return parts.filter((part) => part.text !== "");
}

function preformatted(code: string, rules: Rules): Passage {
  const nodes = readLine(code, { ...rules, styles: false, emoji: false, bareLinks: false });
  return { kind: "preformatted", nodes };
}

const quoteSign = /^(?:>|&gt;) ?/;
const signOfAllThatFollows = /^(?:>|&gt;){3} ?/;

function passages(text: string, rules: Rules): readonly Passage[] {
  const groups: { kind: "lines" | "quote"; lines: string[] }[] = [];
  let isAllQuoted = false;
  for (const line of text.split("\n")) {
    const rest: string | undefined = isAllQuoted ? line : quotedBy(signOfAllThatFollows, line);
    isAllQuoted = rest !== undefined;
    const quoted = rest ?? quotedBy(quoteSign, line);
    const kind = quoted === undefined ? "lines" : "quote";
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(quoted ?? line);
    else groups.push({ kind, lines: [quoted ?? line] });
  }
  return groups.map(({ kind, lines }) => ({ kind, nodes: readLines(lines, rules) }));
}

function quotedBy(sign: RegExp, line: string): string | undefined {
  const found = sign.exec(line)?.[0];
  return found === undefined ? undefined : line.slice(found.length);
}

function readLines(lines: readonly string[], rules: Rules): readonly Inline[] {
  return lines.flatMap((line, index): readonly Inline[] => {
    const nodes = readLine(line, rules);
    return index === 0 ? nodes : [{ kind: "break" }, ...nodes];
  });
}
