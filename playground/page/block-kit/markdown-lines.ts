/** Standard Markdown, as far as a `markdown` block is read here: enough to be read easily. */
export type MarkdownLine =
  | { readonly kind: "heading" | "item" | "quote" | "text"; readonly words: readonly Words[] }
  | { readonly kind: "rule" }
  | { readonly kind: "code"; readonly text: string };

export type Words =
  | { readonly kind: "text" | "bold" | "italic" | "strike" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string };

export function readMarkdown(text: string): readonly MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let code: string[] | undefined;
  for (const line of text.split("\n")) {
    if (line.trimStart().startsWith("```")) {
      if (code !== undefined) lines.push({ kind: "code", text: code.join("\n") });
      code = code === undefined ? [] : undefined;
    } else if (code !== undefined) {
      code.push(line);
    } else if (line.trim() !== "") {
      lines.push(readOne(line));
    }
  }
  if (code !== undefined) lines.push({ kind: "code", text: code.join("\n") });
  return lines;
}

const signs = [
  ["heading", /^#{1,6} +/],
  ["item", /^ {0,12}[-*+] +/],
  ["quote", /^> ?/],
] as const;

function readOne(line: string): MarkdownLine {
  if (/^(?:-{3,}|\*{3,})$/.test(line.trim())) return { kind: "rule" };
  for (const [kind, sign] of signs) {
    const found = sign.exec(line)?.[0];
    if (found !== undefined) return { kind, words: readWords(line.slice(found.length)) };
  }
  return { kind: "text", words: readWords(line) };
}

// No part of it may run past a sign that another part could begin with: it stays quick on any line.
const styled =
  /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*\s][^*]*)\*|~~(?<strike>[^~]+)~~|\[(?<label>[^[\]]+)\]\((?<url>[^()[\]\s]+)\)/g;

function readWords(line: string): readonly Words[] {
  const words: Words[] = [];
  let from = 0;
  const pushText = (to: number): void => {
    if (to > from) words.push({ kind: "text", text: line.slice(from, to) });
  };
  for (const found of line.matchAll(styled)) {
    pushText(found.index);
    from = found.index + found[0].length;
    words.push(wordsOf(found.groups ?? {}));
  }
  pushText(line.length);
  return words;
}

function wordsOf(groups: Readonly<Record<string, string | undefined>>): Words {
  const { label, url } = groups;
  if (label !== undefined && url !== undefined) return { kind: "link", text: label, url };
  for (const kind of ["code", "bold", "italic", "strike"] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text };
  }
  return { kind: "text", text: "" };
}
