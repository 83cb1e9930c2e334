import type { Audience } from "../tencent/problem.ts";
import type { Value } from "./card.ts";
import { escapeMarkup } from "./text.ts";

export const whoActs: Readonly<Record<Audience, string>> = {
  asker: "You",
  operator: "The people who run this bot",
  tencent: "Tencent",
};

/** Who can do something, and what: on every card that explains a code. */
export function actParts(audience: Audience, next: string): Value[] {
  const acts = [lead("Who acts:", `${whoActs[audience]}.`), lead("Next step:", next)];
  // Whoever reads this can't take that step: but they can hand it on.
  return audience === "operator"
    ? [...acts, lead("For you:", "Pass this on to them, with the last line of this card.")]
    : acts;
}

function lead(label: string, sentence: string): Value {
  return { ours: `${label} ${sentence}`, markup: `*${label}* ${escapeMarkup(sentence)}` };
}
