import type { LookupResult } from "../room/result.ts";
import type { Audience, Problem } from "../tencent/problem.ts";
import { buttons, context, header, retryButton, rows, section } from "./blocks.ts";
import type { Card, Row, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";
import { escapeMarkup } from "./text.ts";
import { traces } from "./traces.ts";

type Failed = Extract<LookupResult, { kind: "failed" }>;

/** Tencent, or the way to it, said no: what happened, who acts, what next. */
export function problemCard(result: Failed): Card {
  const { problem, id, errorInfo, tries } = result;
  const details: Row[] = [
    { label: "Room ID", value: { foreign: id } },
    ...actRows(problem),
    ...(errorInfo === "" ? [] : [{ label: "Tencent's words", value: { foreign: errorInfo } }]),
    { label: "Tries", value: { ours: triesWords(tries) } },
  ];
  const trace = traces({
    code: { number: problem.code, family: problem.family },
    requestId: result.requestId,
    asOf: result.asOf,
  });
  const title: Value = { ours: problem.title };
  const meaning = meaningOf(problem);
  return {
    blocks: [
      header(title),
      section(meaning),
      ...rows(details),
      context(trace),
      buttons([retryButton], id),
    ],
    text: fallbackText([title, meaning, ...details, ...trace]),
  };
}

const whoActs: Readonly<Record<Audience, string>> = {
  asker: "You",
  operator: "The people who run this bot",
  tencent: "Tencent",
};

/** Shared with the card that explains a code without a look-up. */
export function actRows(problem: Problem): Row[] {
  return [
    { label: "Who acts", value: { ours: whoActs[problem.audience] } },
    { label: "Next step", value: { ours: problem.next } },
  ];
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
