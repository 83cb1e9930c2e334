import type { CardModel, Value } from "./card.ts";
import { clean } from "./text.ts";

/** Draws a card as plain lines. Foreign text can't steer the terminal: control characters are out. */
export function toTerminal({ title, parts, trace }: CardModel): string {
  const labels = parts.flatMap((part) => ("rows" in part ? part.rows : []));
  const width = Math.max(0, ...labels.map(({ label }) => label.length));
  const lines = parts.flatMap((part) =>
    "rows" in part
      ? part.rows.map(({ label, value }) => `  ${label.padEnd(width)}  ${plain(value)}`)
      : [plain(part)],
  );
  return [plain(title), ...lines, trace.map(plain).join(" · ")].filter(Boolean).join("\n");
}

function plain(value: Value): string {
  return "foreign" in value ? clean(value.foreign) : value.ours;
}
