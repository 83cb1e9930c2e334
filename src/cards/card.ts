import type { KnownBlock } from "@slack/types";
import type { ActionId } from "./actions.ts";
import type { Seen } from "./seen.ts";

/** A message for Slack: blocks for the eye, and the whole answer as text for everything else. */
export interface Card {
  readonly blocks: readonly KnownBlock[];
  readonly text: string;
}

/** A card before it is drawn: Slack's blocks, the fallback text and a terminal all come from this. */
export interface CardModel {
  readonly title: Value;
  readonly parts: readonly Part[];
  /** The last line: code, RequestId, time of reading. */
  readonly trace: readonly Value[];
  readonly buttons?: { readonly list: readonly CardButton[]; readonly roomId: string };
}

/** A paragraph, or rows with perhaps an image beside them. */
export type Part = Value | { readonly rows: readonly Row[]; readonly image?: CardImage };

export interface CardImage {
  readonly url: string;
  readonly alt: string;
}

export interface CardButton {
  readonly action: ActionId;
  readonly label: string;
  readonly seen?: Seen;
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
