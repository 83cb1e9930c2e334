import { render, type ComponentChild } from "preact";
import type { BlockKit } from "../../../playground/page/block-kit/context.ts";
import { tinyDocument, type TinyNode } from "./tiny-dom.ts";

export const NOW = Date.UTC(2026, 10, 22, 22, 53);

export const kit: BlockKit = {
  names: {
    user: (id) => (id === "UADA" ? "Ada Asker" : undefined),
    channel: (id) => (id === "CSUPPORT" ? "support" : undefined),
    group: (id) => (id === "SONCALL" ? "oncall" : undefined),
  },
  viewer: "UADA",
  now: NOW,
  timeZone: "UTC",
  locale: "en-US",
};

/** Draws for real, into a document of a few lines. */
export function draw(vnode: ComponentChild): TinyNode {
  const root = tinyDocument().createElementNS("http://www.w3.org/1999/xhtml", "div");
  render(vnode, root);
  return root;
}

export function elementsIn(node: TinyNode): readonly TinyNode[] {
  return node.childNodes.flatMap((child) =>
    child.nodeType === 1 ? [child, ...elementsIn(child)] : [],
  );
}

export function all(root: TinyNode, name: string): readonly TinyNode[] {
  return elementsIn(root).filter(({ localName }) => localName === name);
}

export function one(root: TinyNode, name: string): TinyNode {
  const [first] = all(root, name);
  if (first === undefined) throw new Error(`there is no ${name} in <${markup(root)}>`);
  return first;
}

export function textOf(node: TinyNode): string {
  if (node.nodeType === 3) return node.data;
  return node.localName === "br" ? "\n" : node.childNodes.map(textOf).join("");
}

export function attribute(node: TinyNode, name: string): unknown {
  return node.attributes.get(name);
}

export function fire(node: TinyNode, name: string): void {
  node.listeners.get(name)?.({ type: name, currentTarget: node });
}

/** For tables of examples: elements that mean something, with their text. */
export function markup(node: TinyNode): string {
  if (node.nodeType === 3) return node.data;
  const inner = node.childNodes.map(markup).join("");
  const { localName } = node;
  return localName === "div" || localName === "span"
    ? inner
    : `<${localName}>${inner}</${localName}>`;
}
