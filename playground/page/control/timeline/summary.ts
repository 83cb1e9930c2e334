import type { StepRow } from "../../../protocol/rows.ts";
import { durationWords, soFarWords } from "./duration.ts";
import { partyNames } from "./parties.ts";

export type Standing = "waiting" | "answered" | "quiet" | "failed";

export interface Summary {
  readonly standing: Standing;
  readonly words: string;
}

/** What came of an interaction, in one line. */
export function summaryOf(steps: readonly StepRow[], elapsedMs: number): Summary {
  if (steps.length === 0) return { standing: "quiet", words: "Slack told Greenroom nothing" };
  const waiting = steps.find(({ outcome }) => outcome === "waiting");
  if (waiting !== undefined) {
    const words = `waiting for ${partyNames[waiting.to]}, ${soFarWords(elapsedMs)}`;
    return { standing: "waiting", words };
  }
  const { standing, words } = outcomeOf(steps);
  return {
    standing,
    words: [words, queryWords(steps), failureWords(steps)].filter(Boolean).join(", "),
  };
}

function outcomeOf(steps: readonly StepRow[]): Summary {
  const deliveries = steps.filter(({ to }) => to === "bot");
  const answers = steps.filter(({ isAnswer }) => isAnswer);
  const last = answers.findLast(({ outcome }) => outcome === "ok");
  if (last !== undefined) {
    return { standing: "answered", words: `answered in ${durationWords(endOf(last))}` };
  }
  if (answers.length > 0) return { standing: "failed", words: "no answer has reached Slack" };
  const taken = deliveries.find(({ outcome }) => outcome === "ok");
  if (taken !== undefined) {
    const words = `acknowledged in ${durationWords(endOf(taken) - taken.startMs)}, no answer`;
    return { standing: "quiet", words };
  }
  if (deliveries.length > 0) return { standing: "failed", words: "not acknowledged" };
  // What the bot does by itself, such as showing its token at the start.
  return { standing: "quiet", words: steps.length === 1 ? "1 step" : `${steps.length} steps` };
}

function queryWords(steps: readonly StepRow[]): string {
  const queries = steps.filter(({ to }) => to === "tencent");
  const [first] = queries;
  if (first === undefined) return "no query";
  if (queries.length > 1) return `${queries.length} queries`;
  return sharedWords(first) ?? "1 query";
}

/** Of a query that answered more than this one interaction. */
export function sharedWords({ sharedWith }: Pick<StepRow, "sharedWith">): string | undefined {
  return sharedWith.length === 0 ? undefined : `one query for ${sharedWith.length + 1} questions`;
}

function failureWords(steps: readonly StepRow[]): string {
  const failed = steps.filter(({ outcome }) => outcome === "failed").length;
  if (failed === 0) return "";
  return failed === 1 ? "1 step failed" : `${failed} steps failed`;
}

function endOf({ startMs, endMs = startMs }: StepRow): number {
  return endMs;
}
