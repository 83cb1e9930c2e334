import type { StepRow } from "../../../protocol/rows.ts";
import { durationWords } from "./duration.ts";
import { partyNames } from "./parties.ts";
import { noteOf } from "./step-words.ts";
import { sharedWords } from "./summary.ts";

/** What the drawing of a step shows, for whoever does not see it. */
export function sentenceOf(step: StepRow): string {
  const way = `${partyNames[step.from]} to ${partyNames[step.to]}: ${step.label}.`;
  const start = step.startMs < 1 ? "At the start" : `After ${durationWords(step.startMs)}`;
  const shared = sharedWords(step);
  const sharing = shared === undefined ? "" : ` ${capital(shared)}.`;
  return `${way} ${start}, ${outcomeWords(step)}.${sharing}`;
}

function outcomeWords(step: StepRow): string {
  const took = durationWords((step.endMs ?? step.startMs) - step.startMs);
  const words = noteOf(step);
  const note = words === "" ? "" : `: ${words}`;
  switch (step.outcome) {
    case "waiting":
      return `still waiting${note}`;
    case "ok":
      return `took ${took}${note}`;
    case "failed":
      return `failed after ${took}${note}`;
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
