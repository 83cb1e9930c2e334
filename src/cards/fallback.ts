import type { Row, Value } from "./card.ts";
import { limits } from "./limits.ts";
import { clipEscaped, escapeMarkup, foreignInText } from "./text.ts";

/**
 * The same answer as top-level text, for screen readers, notifications and old clients. Made from
 * the rows that the blocks are made from, so that the two can't say different things.
 */
export function fallbackText(
  parts: readonly (Value | Row)[],
  trace: readonly Value[] = [],
): string {
  return fittingText(
    parts.map((part) =>
      "label" in part ? `${escapeMarkup(part.label)}: ${inText(part.value)}` : inText(part),
    ),
    trace,
  );
}

/** As many lines as there is room for. @param lines escaped */
export function fittingText(lines: readonly string[], trace: readonly Value[]): string {
  // Code and RequestId are on every text, however long the rest is.
  const last = trace.map(inText);
  let left: number = limits.fallbackText - last.join("\n").length;
  const fitting: string[] = [];
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    fitting.push(line);
  }
  return [...fitting, ...last].join("\n");
}

function inText(value: Value): string {
  return "foreign" in value
    ? foreignInText(value.foreign, limits.fallbackValue)
    : clipEscaped(value.ours, limits.foreignBlock);
}
