import { useState } from "preact/hooks";
import { completionAt, type Choice, type Completion, type Known } from "../pure/completion.ts";
import { listStep } from "../pure/list-step.ts";

export interface OpenCompletion {
  readonly completion: Completion;
  readonly at: number;
  readonly choice: Choice | undefined;
}

export interface CompletionState {
  /** What is offered now, if anything is. */
  readonly open: OpenCompletion | undefined;
  /** Whether the key moved through the choices or closed them. */
  readonly takeKey: (key: string) => boolean;
}

/** What the composer offers for the word before the caret, and which of it is marked. */
export function useCompletion(
  text: string,
  caret: number | undefined,
  known: Known,
): CompletionState {
  const [marked, setMarked] = useState({ word: "", at: 0 });
  const [closedAt, setClosedAt] = useState<number>();
  const completion = caret === undefined ? undefined : completionAt(text, caret, known);
  if (completion === undefined && caret !== undefined && closedAt !== undefined) {
    setClosedAt(undefined);
  }

  const word = completion === undefined ? "" : text.slice(completion.start, completion.end);
  const at = marked.word === word ? marked.at : 0;
  const isOpen = completion !== undefined && completion.start !== closedAt;
  const open = isOpen ? { completion, at, choice: completion.choices[at] } : undefined;

  function takeKey(key: string): boolean {
    if (open === undefined) return false;
    if (key === "Escape") {
      setClosedAt(open.completion.start);
      return true;
    }
    // Home and End belong to the text.
    if (key !== "ArrowDown" && key !== "ArrowUp") return false;
    setMarked({ word, at: listStep(key, at, open.completion.choices.length) ?? at });
    return true;
  }

  return { open, takeKey };
}
