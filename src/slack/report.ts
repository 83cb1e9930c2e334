import { monotonic } from "../lib/time.ts";
import type { Observe, SlackEvent } from "../ops/events.ts";
import type { Log } from "../ops/log.ts";
import type { Store } from "../store/store.ts";
import type { CardResponse } from "./answer.ts";
import { createAudit } from "./audit.ts";
import type { Delivered } from "./deliver.ts";
import type { Interaction, Outcome } from "./interaction.ts";

export interface ReportOptions {
  readonly log: Log;
  readonly observe: Observe<SlackEvent>;
  /** Where it is kept who looked what up; undefined where nothing is. */
  readonly lookUps: Store["lookUps"] | undefined;
}

/** Says how an interaction ended: in the log, to those who count, and for the audit. Never throws. */
export type Report = (
  interaction: Interaction,
  response: CardResponse,
  delivery: Delivered,
  posts: number,
) => void;

export function createReport({ log, observe, lookUps }: ReportOptions): Report {
  const keep = createAudit(lookUps, log);
  return (interaction, { outcome: meant, about }, delivery, posts) => {
    const { entry, reference, user, channel, team, startedAt: from } = interaction;
    const to = monotonic();
    const isDelivered = delivery.kind === "delivered";
    const outcome: Outcome = isDelivered ? meant : "failed";
    const line = {
      reference,
      entry,
      user,
      channel,
      team,
      outcome,
      ...about,
      posts,
      ms: Math.round(to - from),
      ...(delivery.kind === "undelivered" ? { undelivered: delivery.reason } : {}),
    };
    if (isDelivered) log.info(line, "interaction");
    else log.error(line, "interaction whose answer did not reach its asker");
    const { result, code, requestId } = about;
    const came = { result, code, requestId };
    observe({ kind: "interaction", entry, reference, outcome, isDelivered, ...came, from, to });
    keep(line);
  };
}
