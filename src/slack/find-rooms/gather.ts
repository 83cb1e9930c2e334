/** A place in a message where a room may be named. */
export type Piece =
  | { readonly kind: "text"; readonly place: string; readonly text: string }
  | { readonly kind: "link"; readonly place: string; readonly text: string }
  | {
      readonly kind: "pair";
      readonly place: string;
      readonly label: string;
      readonly text: string;
    };

/** What of a message is looked at, in the order in which it stands there. */
export const bounds = { inAll: 30_000, oneText: 12_000, steps: 2_000, depth: 8, list: 500 };

export interface Gatherer {
  readonly pieces: readonly Piece[];
  /** Counts one step; false once there have been enough, or when it is too deep. */
  step(depth: number): boolean;
  text(place: string, text: unknown): void;
  link(place: string, url: unknown): void;
  pair(place: string, label: unknown, text: unknown): void;
}

export function newGatherer(): Gatherer {
  const pieces: Piece[] = [];
  let left = bounds.inAll;
  let steps = bounds.steps;

  function take(value: unknown): string | undefined {
    const text = textOf(value);
    if (text === undefined || text === "" || left <= 0) return undefined;
    const taken = shortened(text, Math.min(left, bounds.oneText));
    left -= Math.max(taken.length, 1);
    return taken;
  }
  return {
    pieces,
    step: (depth) => depth <= bounds.depth && left > 0 && steps-- > 0,
    text(place, value) {
      const text = take(value);
      if (text !== undefined) pieces.push({ kind: "text", place, text });
    },
    link(place, value) {
      const text = take(value);
      if (text !== undefined) pieces.push({ kind: "link", place, text });
    },
    pair(place, label, value) {
      const [name, text] = [take(label), take(value)];
      if (name !== undefined && text !== undefined) {
        pieces.push({ kind: "pair", place, label: name, text });
      }
    },
  };
}

/** Far longer than an ID with its key: what the cut may have gone through is left out. */
const longestWord = 200;

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const blank = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"));
  return cut.slice(0, Math.max(blank, most - longestWord, 0));
}

/** A text as it is, or in one of Slack's text objects. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text = get(value, "text");
  return typeof text === "string" ? text : undefined;
}

/** Reads a property of whatever it is: even a getter that throws gives undefined. */
export function get(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return (value as Record<string | number, unknown>)[key];
  } catch {
    return undefined;
  }
}

export function listIn(value: unknown, key: string): readonly unknown[] {
  return items(get(value, key));
}

export function items(value: unknown): readonly unknown[] {
  try {
    return Array.isArray(value) ? Array.from(value.slice(0, bounds.list) as unknown[]) : [];
  } catch {
    return [];
  }
}
