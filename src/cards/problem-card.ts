import type { LookupResult } from "../room/result.ts";
import type { Audience, Problem } from "../tencent/problem.ts";
import { retryButton } from "./actions.ts";
import type { CardModel, Row, Value } from "./card.ts";
import { escapeMarkup } from "./text.ts";
import { traces } from "./traces.ts";

type Failed = Extract<LookupResult, { kind: "failed" }>;

/** Tencent, or the way to it, said no: what happened, who acts, what next. */
export function problemCard(result: Failed): CardModel {
  const { problem, id, errorInfo, tries, requestId, asOf } = result;
  const words: Row[] =
    errorInfo === "" ? [] : [{ label: "Tencent's words", value: { foreign: errorInfo } }];
  return {
    title: { ours: problem.title },
    parts: [
      meaningOf(problem),
      ...actParts(whoActs[problem.audience], problem.next),
      {
        rows: [
          { label: "Room ID", value: { foreign: id } },
          ...words,
          ...(tries === undefined ? [] : [{ label: "Tries", value: { ours: triesWords(tries) } }]),
        ],
      },
    ],
    trace: traces({ code: { number: problem.code, family: problem.family }, requestId, asOf }),
    buttons: { list: [retryButton], roomId: id },
  };
}

export const whoActs: Readonly<Record<Audience, string>> = {
  asker: "You",
  operator: "The people who run this bot",
  tencent: "Tencent",
};

/** Who can do something, and what: on every card that explains a code. */
export function actParts(who: string, next: string): Value[] {
  return [lead("Who acts:", `${who}.`), lead("Next step:", next)];
}

function lead(label: string, sentence: string): Value {
  return { ours: `${label} ${sentence}`, markup: `*${label}* ${escapeMarkup(sentence)}` };
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
