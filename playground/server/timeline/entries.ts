import type { InteractionRow, Party, StepRow } from "../../protocol/rows.ts";
import type { Ending } from "./words.ts";

/** An interaction and its steps as they grow. Times by the clock that began them, in ms. */
export interface Entry {
  readonly id: number;
  readonly title: string;
  readonly zero: number;
  readonly startedAt: number;
  /** Strings by which calls find it. */
  readonly names: Set<string>;
  readonly steps: Step[];
  /** Whether what somebody did is still being handed over. */
  isActing: boolean;
  /** Whether the bot heard of it. */
  isHeard: boolean;
  /** A message of another app's: of those about one room, the bot asks for the first alone. */
  isAlert: boolean;
  /** Whether a person has seen an answer since they last asked. */
  isAnswered: boolean;
  /** When somebody did something about it last. */
  heardAt: number;
}

/** One step may stand in several interactions: a query that answers them all. */
export interface Step {
  readonly id: number;
  readonly from: Party;
  readonly to: Party;
  readonly label: string;
  readonly startedAt: number;
  readonly entries: Entry[];
  isAnswer: boolean;
  ending: (Ending & { readonly at: number }) | undefined;
}

let entryCount = 0;
let stepCount = 0;

export function begin(title: string, at: number, wallClock: number): Entry {
  entryCount += 1;
  return {
    id: entryCount,
    title,
    zero: at,
    startedAt: wallClock,
    names: new Set(),
    steps: [],
    isActing: false,
    isHeard: false,
    isAlert: false,
    isAnswered: false,
    heardAt: at,
  };
}

export function addStep(
  entries: readonly Entry[],
  from: Party,
  to: Party,
  label: string,
  at: number,
): Step {
  stepCount += 1;
  const step: Step = {
    id: stepCount,
    from,
    to,
    label,
    startedAt: at,
    entries: [...entries],
    isAnswer: false,
    ending: undefined,
  };
  for (const entry of entries) entry.steps.push(step);
  return step;
}

export function endStep(step: Step, ending: Ending, at: number): void {
  step.ending = { ...ending, at };
}

export function rowOf(entry: Entry): InteractionRow {
  const { id, title, startedAt, steps } = entry;
  const inOrder = steps.toSorted((a, b) => a.startedAt - b.startedAt);
  return { id, title, startedAt, steps: inOrder.map((step) => stepRow(step, entry)) };
}

function stepRow(step: Step, entry: Entry): StepRow {
  const { id, from, to, label, startedAt, isAnswer, ending } = step;
  return {
    id,
    from,
    to,
    label,
    // A query that somebody else's question began may be older than this one.
    startMs: round(Math.max(0, startedAt - entry.zero)),
    ...(ending !== undefined && { endMs: round(Math.max(0, ending.at - entry.zero)) }),
    isAnswer,
    outcome: ending?.outcome ?? "waiting",
    note: ending?.note ?? "waiting",
    sharedWith: step.entries.filter((other) => other !== entry).map((other) => other.id),
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
