/** As much of a document as Preact needs to draw into it. Properties stay what they are: attributes. */
export interface TinyNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly namespaceURI: string;
  readonly ownerDocument: TinyDocument;
  readonly attributes: Map<string, unknown>;
  readonly style: Map<string, unknown> & { setProperty(name: string, value: unknown): void };
  readonly listeners: Map<string, (event: object) => void>;
  readonly childNodes: TinyNode[];
  parentNode: TinyNode | null;
  data: string;
  readonly firstChild: TinyNode | null;
  readonly nextSibling: TinyNode | null;
  insertBefore(node: TinyNode, before: TinyNode | null): TinyNode;
  appendChild(node: TinyNode): TinyNode;
  removeChild(node: TinyNode): TinyNode;
  setAttribute(name: string, value: unknown): void;
  removeAttribute(name: string): void;
  addEventListener(name: string, listener: (event: object) => void): void;
}

export interface TinyDocument {
  createElementNS(namespace: string, name: string): TinyNode;
  createTextNode(text: string): TinyNode;
}

export function tinyDocument(): TinyDocument {
  const ownerDocument: TinyDocument = {
    createElementNS: (namespaceURI, localName) => tinyNode(1, localName, "", namespaceURI),
    createTextNode: (text) => tinyNode(3, "#text", text, ""),
  };

  function tinyNode(
    nodeType: number,
    localName: string,
    data: string,
    namespaceURI: string,
  ): TinyNode {
    const style = new Map<string, unknown>();
    const childNodes: TinyNode[] = [];
    const node: TinyNode = {
      nodeType,
      localName,
      data,
      namespaceURI,
      ownerDocument,
      childNodes,
      attributes: new Map(),
      listeners: new Map(),
      style: Object.assign(style, {
        setProperty: (name: string, value: unknown) => void style.set(name, value),
      }),
      parentNode: null,
      get firstChild() {
        return childNodes[0] ?? null;
      },
      get nextSibling() {
        const siblings = node.parentNode?.childNodes ?? [];
        return siblings[siblings.indexOf(node) + 1] ?? null;
      },
      insertBefore(child, before) {
        child.parentNode?.removeChild(child);
        childNodes.splice(
          before === null ? childNodes.length : childNodes.indexOf(before),
          0,
          child,
        );
        child.parentNode = node;
        return child;
      },
      appendChild: (child) => node.insertBefore(child, null),
      removeChild(child) {
        childNodes.splice(childNodes.indexOf(child), 1);
        child.parentNode = null;
        return child;
      },
      setAttribute: (name, value) => void node.attributes.set(name, value),
      removeAttribute: (name) => void node.attributes.delete(name),
      addEventListener: (name, listener) => void node.listeners.set(name, listener.bind(node)),
    };
    return node;
  }
  return ownerDocument;
}
