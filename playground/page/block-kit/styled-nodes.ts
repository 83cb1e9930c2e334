import type { Inline, Style } from "./mrkdwn-nodes.ts";

interface Frame {
  readonly style?: Style;
  /** What the frame began with; it is shown where the end never comes. */
  readonly sign: string;
  readonly nodes: Inline[];
}

export interface StyledNodes {
  text(text: string): void;
  node(node: Inline): void;
  isOpen(style: Style): boolean;
  open(style: Style, sign: string): void;
  /** What was opened after it, and is still open, was no style. */
  close(style: Style): void;
  end(): readonly Inline[];
}

/** Collects nodes within styles that open and close. Each style is open once at most. */
export function styledNodes(): StyledNodes {
  const frames: [Frame, ...Frame[]] = [{ sign: "", nodes: [] }];

  const top = (): Frame => frames.at(-1) ?? frames[0];

  function push(node: Inline): void {
    const { nodes } = top();
    const last = nodes.at(-1);
    if (node.kind === "text" && last?.kind === "text") {
      nodes[nodes.length - 1] = { kind: "text", text: last.text + node.text };
    } else {
      nodes.push(node);
    }
  }

  function giveUp(): void {
    const frame = frames.pop();
    if (frame === undefined) return;
    push({ kind: "text", text: frame.sign });
    for (const node of frame.nodes) push(node);
  }

  return {
    text: (text) => push({ kind: "text", text }),
    node: push,
    isOpen: (style) => frames.some((frame) => frame.style === style),
    open: (style, sign) => frames.push({ style, sign, nodes: [] }),
    close(style) {
      while (frames.length > 1 && top().style !== style) giveUp();
      const frame = frames.pop();
      if (frame !== undefined) push({ kind: style, nodes: frame.nodes });
    },
    end() {
      while (frames.length > 1) giveUp();
      return frames[0].nodes;
    },
  };
}
