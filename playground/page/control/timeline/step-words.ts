import type { StepRow } from "../../../protocol/rows.ts";

export interface LabelParts {
  readonly words: string;
  /** The name of a method, an event or a command, where the label ends with one. */
  readonly term: string | undefined;
}

/** "answers (response_url)" in two parts, for the eye to tell the plain words from the names. */
export function labelParts(label: string): LabelParts {
  const { words, term } = /^(?<words>.*\S) \((?<term>[a-z][\w./-]*)\)$/i.exec(label)?.groups ?? {};
  return { words: words ?? label, term };
}

/** What was answered, as far as the outcome does not say it already. */
export function noteOf({ note, outcome }: Pick<StepRow, "note" | "outcome">): string {
  return note === outcome ? "" : note;
}
