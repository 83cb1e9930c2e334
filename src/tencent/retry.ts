import { isPassingStatus, type Fault, type FaultName } from "./fault.ts";

/** How a refused query may be tried again. */
export type RetryRule = "backoff" | "pause" | "fresh-signature" | "never";

/** Source: the retry table gathered from documents 34348, 60027 and 63398. All others: never. */
const ruleByCode: ReadonlyMap<number, RetryRule> = new Map<number, RetryRule>([
  ...[60008, 60013, 60014, 70169, 70202, 70500, 100001, 10002].map(
    (code) => [code, "backoff"] as const,
  ),
  ...[60007, 60011, 60018, 60019, 60022, 100012, 10006].map((code) => [code, "pause"] as const),
  ...[70001, 60004, 60005].map((code) => [code, "fresh-signature"] as const),
]);

/** Faults that another try may cure. A bad certificate or an answer of megabytes will be the same. */
const passing: ReadonlySet<FaultName> = new Set([
  "timed-out",
  "could-not-connect",
  "connection-refused",
  "connection-reset",
  "name-not-found",
  "unreadable",
]);

export function ruleForCode(code: number): RetryRule {
  return ruleByCode.get(code) ?? "never";
}

export function ruleForFault(fault: Fault): RetryRule {
  if (fault.name === "http-status") return isPassingStatus(fault.status ?? 0) ? "backoff" : "never";
  return passing.has(fault.name) ? "backoff" : "never";
}

/** A query is sent at most this often for one question. */
export const mostTries: Readonly<Record<RetryRule, number>> = {
  backoff: 3,
  pause: 3,
  "fresh-signature": 2,
  never: 1,
};

const shortestWaitMs: Readonly<Record<RetryRule, number>> = {
  backoff: 200,
  pause: 1_000,
  "fresh-signature": 0,
  never: 0,
};

/**
 * The wait before the next try, in ms, or undefined when there is to be none.
 * Doubled with each try, plus up to half again by chance, so that many askers don't come together.
 *
 * @param tries how often the question was sent already, from 1
 */
export function waitBeforeRetry(
  rule: RetryRule,
  tries: number,
  random: () => number,
): number | undefined {
  if (tries >= mostTries[rule]) return undefined;
  return shortestWaitMs[rule] * 2 ** (tries - 1) * (1 + random() / 2);
}

/** How often a question that meets this code is sent before anybody hears of it. */
export function mostTriesOfCode(code: number): number {
  return mostTries[ruleForCode(code)];
}
