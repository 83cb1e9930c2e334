import type { LookupResult } from "../room/result.ts";
import type { Value } from "./card.ts";
import { changesBetween, seenOf, type Seen } from "./seen.ts";

/** On a refreshed card: what changed since it was last read. */
export function changesSince(before: Seen | undefined, result: LookupResult): Value[] {
  const now = seenOf(result);
  if (before === undefined || now === undefined) return [];
  const changes = changesBetween(before, now);
  const words = changes.length === 0 ? "nothing that this card shows" : changes.join("; ");
  return [
    {
      ours: `Changed since this card was last read: ${words}.`,
      markup: `*Changed since this card was last read:* ${words}.`,
    },
  ];
}
