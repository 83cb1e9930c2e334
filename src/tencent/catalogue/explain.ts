import type { Fault } from "../fault.ts";
import type { Explanation, Problem } from "../problem.ts";
import { accountExplanations } from "./account.ts";
import { accountLegacyExplanations } from "./account-legacy.ts";
import { chatGroupExplanations } from "./chat-group.ts";
import { documentedElsewhere } from "./elsewhere.ts";
import { familyOf } from "./families.ts";
import { explainFault } from "./faults.ts";
import { gatewayExplanations } from "./gateway.ts";
import { liveRoomExplanations } from "./live-room.ts";

/** Every code that this bot explains, in one list. */
export const catalogue: readonly Explanation[] = [
  ...gatewayExplanations,
  ...accountExplanations,
  ...accountLegacyExplanations,
  ...liveRoomExplanations,
  ...chatGroupExplanations,
];

const byCode: ReadonlyMap<number, Explanation> = new Map(
  catalogue.map((explanation) => [explanation.code, explanation]),
);

/** What a number that somebody met can be. */
export type CodeReading =
  | { readonly kind: "explained"; readonly problem: Problem }
  /** Documented by Tencent, for a service that a room look-up never touches. */
  | { readonly kind: "elsewhere"; readonly code: number; readonly subject: string }
  /** From an SDK inside the customer's app: those numbers are mostly negative. */
  | { readonly kind: "client"; readonly code: number; readonly minusDropped: boolean }
  /** 0: no error. */
  | { readonly kind: "success" }
  | { readonly kind: "undocumented"; readonly problem: Problem };

export function readCode(code: number): CodeReading {
  if (code === 0) return { kind: "success" };
  if (code < 0) return { kind: "client", code, minusDropped: false };
  if (byCode.has(code)) return { kind: "explained", problem: explainCode(code) };
  const subject = documentedElsewhere(code);
  if (subject !== undefined) return { kind: "elsewhere", code, subject };
  // Tencent's servers number from 10,000; people drop the minus when they report a client's code.
  if (code < 10_000) return { kind: "client", code, minusDropped: true };
  return { kind: "undocumented", problem: explainCode(code) };
}

/** A code that came with an answer. Never fails: an unknown one is said to be unknown. */
export function explainCode(code: number): Problem {
  const known = byCode.get(code);
  const family = familyOf(code);
  if (known !== undefined) return { ...known, family: family ?? "no family that we know" };
  return {
    code,
    family: family ?? "no family that we know",
    title: "A code of Tencent's that is not documented",
    meaning:
      family === undefined
        ? `The number ${code} is in none of the tables that this bot holds, and in none of Tencent's bands of numbers. What it means is not known.`
        : `The number ${code} is in none of the tables that this bot holds. Numbers like it belong to the family “${family}”. What it means is not known.`,
    audience: "operator",
    next: "The people who run this bot can ask Tencent's support about it, with the number and the RequestId.",
  };
}

/** No answer came: a problem of the same form, with no number. */
export function explainFailure(fault: Fault): Problem {
  return { code: undefined, family: "no answer from Tencent", ...explainFault(fault) };
}
