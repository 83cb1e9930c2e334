import type { LookupResult } from "../room/result.ts";
import type { Problem } from "../tencent/problem.ts";
import { retryButton, shareButton } from "./actions.ts";
import { actParts } from "./who-acts.ts";
import type { CardModel, Row, Value } from "./card.ts";
import { escapeMarkup } from "./text.ts";
import type { CardOptions } from "./room-card.ts";
import { traces } from "./traces.ts";

type Failed = Extract<LookupResult, { kind: "failed" }>;

/** Tencent, or the way to it, said no: what happened, who acts, what next. */
export function problemCard(result: Failed, { shared }: Pick<CardOptions, "shared">): CardModel {
  const { problem, fault, id, errorInfo, tries, requestId, asOf } = result;
  const words: Row[] =
    errorInfo === "" ? [] : [{ label: "Tencent's words", value: { foreign: errorInfo } }];
  return {
    title: { ours: problem.title },
    parts: [
      meaningOf(problem),
      ...actParts(problem.audience, problem.next),
      {
        rows: [
          { label: "Room ID", value: { foreign: id } },
          ...words,
          ...(tries === undefined ? [] : [{ label: "Tries", value: { ours: triesWords(tries) } }]),
        ],
      },
    ],
    trace: traces({
      code: { number: problem.code, family: problem.family },
      requestId,
      ...(fault === undefined ? { asOf } : { askedAt: asOf }),
    }),
    buttons: { list: [retryButton, ...(shared ? [] : [shareButton])], roomId: id },
  };
}

export function meaningOf(problem: Problem): Value {
  if (problem.readings === undefined) return { ours: problem.meaning };
  const [first, second] = problem.readings;
  return {
    ours: `${problem.meaning} Either: ${first}. Or: ${second}.`,
    markup: escapeMarkup(`${problem.meaning}\n• Either: ${first}.\n• Or: ${second}.`),
  };
}

function triesWords(tries: number): string {
  if (tries === 0) return "Tencent was not asked";
  return tries === 1 ? "Asked once" : `Asked ${tries} times`;
}
