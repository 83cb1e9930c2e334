import type { LookupResult } from "../room/result.ts";
import type { Card } from "./card.ts";
import { statusCard } from "./status-card.ts";
import { toSlack } from "./to-slack.ts";

/**
 * What stands under a link to a room. Nothing in it can be pressed, as Slack wants it there.
 *
 * @param condensed for a link that is not alone in its message: no RequestId, no time of reading
 */
export function linkCard(result: LookupResult, { condensed }: { condensed: boolean }): Card {
  const { title, parts, trace } = statusCard(result);
  return toSlack({ title, parts, trace: condensed ? [] : trace });
}
