import { get, items, listIn, textOf, type Gatherer } from "./gather.ts";
import { linksOfRichText, textOfRichText } from "./texts-of-rich-text.ts";
import { looksLikeId } from "./looks-like-id.ts";
import { isLabel, roomKeyOf } from "./room-keys.ts";

export function walkBlocks(
  to: Gatherer,
  blocks: readonly unknown[],
  prefix: string,
  depth: number,
): void {
  for (const block of blocks) walkBlock(to, block, prefix, depth);
}

const places: Readonly<Record<string, string>> = {
  rich_text: "rich text",
  actions: "button",
  workflow_button: "button",
  static_select: "menu",
  mrkdwn: "text",
  plain_text: "text",
};

/** By the keys that blocks have rather than by their types: new types come, with the old keys. */
function walkBlock(
  to: Gatherer,
  block: unknown,
  prefix: string,
  depth: number,
  unnamed = "block",
): void {
  if (!to.step(depth)) return;
  const type = get(block, "type");
  const name = typeof type === "string" ? (places[type] ?? type.slice(0, 20)) : unnamed;
  const place = `${prefix}${name}`;
  if (type === "rich_text") {
    to.text(place, textOfRichText(to, block, depth + 1));
    for (const url of linksOfRichText(to, block, depth + 1)) to.link(place, url);
    return;
  }
  if (type === "table") return walkTable(to, block, place, depth + 1);
  for (const key of ["title", "subtitle", "text", "body", "description", "label", "alt_text"]) {
    to.text(place, get(block, key));
  }
  for (const key of ["url", "title_url"]) to.link(place, get(block, key));
  to.text(place, get(block, "value"));
  walkFields(to, listIn(block, "fields"), `${place} field`, depth + 1);
  for (const key of ["accessory", "element"]) {
    const inner = get(block, key);
    if (typeof inner === "object" && inner !== null) walkBlock(to, inner, prefix, depth + 1);
  }
  const elements = listIn(block, "elements");
  pairNeighbours(to, elements.map(textOf), place);
  const innerPrefix = type === "context" ? `${prefix}context ` : prefix;
  for (const inner of elements) walkBlock(to, inner, innerPrefix, depth + 1);
  for (const inner of listIn(block, "options")) walkBlock(to, inner, prefix, depth + 1, name);
}

function walkFields(to: Gatherer, fields: readonly unknown[], place: string, depth: number): void {
  const texts = fields.map(textOf);
  pairNeighbours(to, texts, place);
  for (const text of texts) {
    if (text === undefined || !to.step(depth)) continue;
    // "*Room ID:*\nlive-1" is how most bots write a field.
    const lineEnd = text.indexOf("\n");
    const label = text.slice(0, Math.max(lineEnd, 0));
    if (roomKeyOf(label) !== undefined) to.pair(place, label, text.slice(lineEnd + 1));
    else to.text(place, text);
  }
}

/** A label in one text and its value in the next, or below it where labels stand in pairs. */
function pairNeighbours(to: Gatherer, texts: readonly (string | undefined)[], place: string): void {
  for (const [index, label] of texts.entries()) {
    if (label === undefined || roomKeyOf(label) === undefined) continue;
    const next = texts[index + 1] ?? "";
    const before = texts[index - 1] ?? "";
    const isInARowOfLabels = index % 2 === 0 ? isLabel(next) : isLabel(before);
    to.pair(place, label, isInARowOfLabels ? texts[index + 2] : next);
  }
}

/** Rows of a label and its value, or columns below their heads. */
function walkTable(to: Gatherer, table: unknown, place: string, depth: number): void {
  const rows = listIn(table, "rows").map((row) =>
    items(row).map((cell) => {
      if (!to.step(depth)) return undefined;
      if (get(cell, "type") !== "rich_text") return textOf(cell);
      for (const url of linksOfRichText(to, cell, depth + 1)) to.link(place, url);
      return textOfRichText(to, cell, depth + 1);
    }),
  );
  const [heads = [], ...others] = rows;
  const second = heads[1] ?? "";
  const isOfPairs = heads.length === 2 && looksLikeId(second, 1);
  for (const row of rows) {
    to.text(place, row.join("  "));
    if (isOfPairs && roomKeyOf(row[0] ?? "") !== undefined) to.pair(place, row[0], row[1]);
  }
  if (isOfPairs) return;
  for (const [column, head] of heads.entries()) {
    if (head === undefined || roomKeyOf(head) === undefined) continue;
    for (const row of others) to.pair(place, head, row[column]);
  }
}
