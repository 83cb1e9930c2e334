import { Counter, Histogram, type Registry } from "prom-client";
import type { BotEvent, Observe } from "../events.ts";
import { boundedWords, labelsOf } from "./labels.ts";

/** Names of things that may happen: each is on the page from the start, with 0. */
export interface Known {
  readonly entries: readonly string[];
  readonly outcomes: readonly string[];
}

const lanes = ["person", "background"] as const;
/** What may be wrong with a request: five flaws of its signature, and what it carries or meets. */
const refusals = [
  "absent",
  "malformed",
  "stale",
  "from-the-future",
  "wrong",
  "no-payload",
  "repeated",
  "too-large",
  "too-many",
] as const;

function seconds({ from, to }: { readonly from: number; readonly to: number }): number {
  return (to - from) / 1000;
}

/** Counts what happens. Every name and label is explained in docs/operations.md. */
export function createCounts(registry: Registry, known: Known): Observe {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `greenroom_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    buckets: number[],
  ) => new Histogram({ name: `greenroom_${name}`, help, labelNames, buckets, registers });

  const interactions = counter("interactions_total", "Things that people and alerts asked for.", [
    "entry",
    "outcome",
  ]);
  const interactionTimes = histogram(
    "interaction_duration_seconds",
    "From Slack's request to its answer.",
    ["entry"],
    [0.1, 0.25, 0.5, 1, 2, 3, 5, 8, 12, 20],
  );
  const undelivered = counter("undelivered_answers_total", "Answers that Slack did not take.", [
    "entry",
  ]);
  const lookups = counter("lookups_total", "Look-ups, by where the answer came from.", [
    "lane",
    "source",
  ]);
  const turns = counter("quota_turns_total", "Questions in the line for a slot of the quota.", [
    "lane",
    "outcome",
  ]);
  const waits = histogram(
    "quota_wait_seconds",
    "How long a question stood in the line before its query was sent.",
    ["lane"],
    [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
  );
  const queries = counter("tencent_queries_total", "Queries sent to Tencent.", [
    "result",
    "family",
    "audience",
  ]);
  const queryTimes = histogram(
    "tencent_query_duration_seconds",
    "From sending a query to the end of its answer.",
    [],
    [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5],
  );
  const retries = counter("tencent_retries_total", "Queries sent again, by the rule for it.", [
    "rule",
  ]);
  const slackCalls = counter("slack_calls_total", "Requests to Slack.", ["method", "error"]);
  const slackTimes = histogram(
    "slack_call_duration_seconds",
    "From sending a request to Slack to the end of its answer.",
    ["method"],
    [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
  );
  const refused = counter("requests_refused_total", "HTTP requests that are not Slack's.", [
    "reason",
  ]);
  const reconnects = counter("socket_reconnects_total", "Socket Mode connections made anew.");
  const watchEnds = counter("watches_ended_total", "Watches that ended.", ["why"]);

  for (const entry of known.entries) {
    for (const outcome of known.outcomes) interactions.inc({ entry, outcome }, 0);
    interactionTimes.zero({ entry });
    undelivered.inc({ entry }, 0);
  }
  for (const lane of lanes) {
    waits.zero({ lane });
    for (const source of ["asked", "joined", "remembered"]) lookups.inc({ lane, source }, 0);
    for (const outcome of ["admitted", "full", "aborted"]) turns.inc({ lane, outcome }, 0);
  }
  for (const rule of ["backoff", "pause", "fresh-signature"]) retries.inc({ rule }, 0);
  for (const why of ["gone", "expired", "stopped", "lost"]) watchEnds.inc({ why }, 0);
  for (const reason of refusals) refused.inc({ reason }, 0);

  const method = boundedWords();
  const word = boundedWords();

  return (event: BotEvent) => {
    switch (event.kind) {
      case "interaction": {
        const { entry, outcome } = event;
        interactions.inc({ entry, outcome });
        interactionTimes.observe({ entry }, seconds(event));
        if (!event.isDelivered) undelivered.inc({ entry });
        break;
      }
      case "look-up":
        lookups.inc({ lane: event.lane, source: event.source });
        break;
      case "turn":
        turns.inc({ lane: event.lane, outcome: event.admission });
        if (event.admission === "admitted") waits.observe({ lane: event.lane }, seconds(event));
        break;
      case "query":
        queries.inc({ ...labelsOf(event.answer) });
        queryTimes.observe(seconds(event));
        if (event.retry !== undefined) retries.inc({ rule: event.retry });
        break;
      case "slack-call": {
        const labels = { method: method(event.method) };
        slackCalls.inc({
          ...labels,
          error: event.error === undefined ? "none" : word(event.error),
        });
        slackTimes.observe(labels, seconds(event));
        break;
      }
      case "request-refused":
        refused.inc({ reason: event.reason });
        break;
      case "reconnect":
        reconnects.inc();
        break;
      case "watch-ended":
        watchEnds.inc({ why: event.why });
        break;
    }
  };
}
