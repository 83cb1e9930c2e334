import type { Inline, Passage } from "../../../playground/page/block-kit/mrkdwn-nodes.ts";

/** What was read, in a form that a table of examples can hold: `⟨bold:word⟩`. */
export function notation(passages: readonly Passage[]): string {
  return passages
    .map(({ kind, nodes }) => (kind === "lines" ? ofNodes(nodes) : `⟨${kind}:${ofNodes(nodes)}⟩`))
    .join("¶");
}

export function ofNodes(nodes: readonly Inline[]): string {
  return nodes.map(ofNode).join("");
}

function ofNode(node: Inline): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "break":
      return "↵";
    case "bold":
    case "italic":
    case "strike":
    case "code":
      return `⟨${node.kind}:${ofNodes(node.nodes)}⟩`;
    case "link":
      return `⟨link ${node.url}:${ofNodes(node.nodes)}⟩`;
    case "emoji":
      return `⟨emoji:${node.name}⟩`;
    case "broadcast":
      return `⟨broadcast:${node.range}⟩`;
    case "user":
    case "channel":
    case "group":
      return `⟨${node.kind} ${node.id}${node.label === undefined ? "" : `:${node.label}`}⟩`;
    case "date":
      return `⟨date ${node.seconds} ${node.format} ${node.url ?? "-"}:${node.fallback ?? "-"}⟩`;
  }
}

/** Every node, however deep. */
export function allNodes(passages: readonly Passage[]): readonly Inline[] {
  return passages.flatMap(({ nodes }) => nodes.flatMap(withinNode));
}

function withinNode(node: Inline): readonly Inline[] {
  return "nodes" in node ? [node, ...node.nodes.flatMap(withinNode)] : [node];
}

/** The characters that a reader sees, where nothing is live but emoji. */
export function visibleText(passages: readonly Passage[]): string {
  return passages.map(({ nodes }) => nodes.map(seen).join("")).join("\n");
}

function seen(node: Inline): string {
  if ("nodes" in node) return node.nodes.map(seen).join("");
  if (node.kind === "text") return node.text;
  if (node.kind === "break") return "\n";
  return node.kind === "emoji" ? `:${node.name}:` : `⟨${node.kind}⟩`;
}
