import type { JSX } from "preact";
import type { BlockKit } from "./context.ts";
import { formatDate } from "./dates.ts";
import type { DateNode } from "./mrkdwn-nodes.ts";
import { SafeLink } from "./safe-link.tsx";

/** A moment in the reader's own time zone. */
export function DateText({ date, kit }: { date: DateNode; kit: BlockKit }): JSX.Element {
  const words = formatDate(date.seconds, date.format, kit);
  if (words === undefined) return <>{date.fallback ?? date.format}</>;
  return (
    <SafeLink url={date.url}>
      <time
        datetime={new Date(date.seconds * 1000).toISOString()}
        title={formatDate(date.seconds, "{date_long} at {time_secs}", kit)}
      >
        {words}
      </time>
    </SafeLink>
  );
}
