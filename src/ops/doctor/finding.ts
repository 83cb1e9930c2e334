/** What one step of the doctor came to. `what` and `next` are for whoever runs the bot, and hold no secret. */
export interface Finding {
  /** What was looked at, such as `Clock`. */
  readonly step: string;
  readonly verdict: Verdict;
  /** The state of it, in one sentence. */
  readonly what: string;
  /** What to do now; there is something to do wherever it is not good. */
  readonly next?: string;
}

export type Verdict = "good" | "warning" | "bad" | "not checked";

/** Whether there is nothing to mend. What was not checked counts only by what kept it from it. */
export function isHealthy(findings: readonly Finding[]): boolean {
  return findings.every(({ verdict }) => verdict === "good" || verdict === "not checked");
}

/** The steps that wait for another one, with the reason. */
export function notChecked(steps: readonly string[], what: string): readonly Finding[] {
  return steps.map((step) => ({ step, verdict: "not checked", what }));
}
