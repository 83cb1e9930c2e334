import type { Row, Value } from "./card.ts";
import { limits } from "./limits.ts";
import { clipEscaped, escapeMarkup, foreignInText } from "./text.ts";

/**
 * The same answer as top-level text, for screen readers, notifications and old clients. Made from
 * the rows that the blocks are made from, so that the two can't say different things.
 */
export function fallbackText(parts: readonly (Value | Row)[]): string {
  const lines: string[] = [];
  let left: number = limits.fallbackText;
  for (const part of parts) {
    const line =
      "label" in part ? `${escapeMarkup(part.label)}: ${inText(part.value)}` : inText(part);
    if (line.length + 1 > left) break;
    lines.push(line);
    left -= line.length + 1;
  }
  return lines.join("\n");
}

function inText(value: Value): string {
  return "foreign" in value
    ? foreignInText(value.foreign, limits.foreignValue)
    : clipEscaped(value.ours, limits.foreignBlock);
}
