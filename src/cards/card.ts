import type { KnownBlock } from "@slack/types";

/** A message for Slack: blocks for the eye, and the whole answer as text for everything else. */
export interface Card {
  readonly blocks: readonly KnownBlock[];
  readonly text: string;
}

/** Something to show: words of ours (with markup where it helps), or foreign text. */
export type Value =
  | { readonly ours: string; readonly markup?: string }
  | { readonly foreign: string };

/** One line of what is known: a label and its value. */
export interface Row {
  readonly label: string;
  readonly value: Value;
}
