import type { ComponentChildren, JSX } from "preact";
import { stringOf, type JsonObject } from "../../protocol/json.ts";
import { readMarkdown, type MarkdownLine, type Words } from "./markdown-lines.ts";
import { SafeLink } from "./safe-link.tsx";

export function MarkdownBlock({ block }: { block: JsonObject }): JSX.Element {
  return (
    <div class="bk-text">
      {readMarkdown(stringOf(block["text"]) ?? "").map((line) => (
        <Line line={line} />
      ))}
    </div>
  );
}

function Line({ line }: { line: MarkdownLine }): JSX.Element {
  switch (line.kind) {
    case "rule":
      return <hr class="bk-divider" />;
    case "code":
      return <pre class="bk-pre">{line.text}</pre>;
    case "heading":
      return (
        <div>
          <b>{line.words.map(drawn)}</b>
        </div>
      );
    case "item":
      return <div class="bk-indent-1">• {line.words.map(drawn)}</div>;
    case "quote":
      return <blockquote class="bk-quote">{line.words.map(drawn)}</blockquote>;
    case "text":
      return <div>{line.words.map(drawn)}</div>;
  }
}

function drawn(words: Words): ComponentChildren {
  switch (words.kind) {
    case "text":
      return words.text;
    case "bold":
      return <b>{words.text}</b>;
    case "italic":
      return <i>{words.text}</i>;
    case "strike":
      return <s>{words.text}</s>;
    case "code":
      return <code class="bk-code">{words.text}</code>;
    case "link":
      return <SafeLink url={words.url}>{words.text}</SafeLink>;
  }
}
