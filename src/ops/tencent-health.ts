import { monotonic, type MonotonicClock } from "../lib/time.ts";
import { explainCode, explainFailure } from "../tencent/catalogue/explain.ts";
import type { Answer } from "../tencent/client.ts";
import type { TencentEvent } from "../tencent/events.ts";
import type { FaultName } from "../tencent/fault.ts";
import type { Observe } from "./events.ts";
import type { Unreadiness } from "./health.ts";

export interface TencentHealthOptions {
  /** Answers in a row that were none, after which look-ups count as failing. */
  readonly tencentFailures: number;
  /** How long the last answer is news, in ms: nobody is asked for the sake of health. */
  readonly tencentNewsMs: number;
  readonly now?: MonotonicClock;
}

export interface TencentHealth {
  readonly observe: Observe<TencentEvent>;
  readonly check: () => readonly Unreadiness[];
}

/** Our own doing, which says nothing of Tencent. */
const ours: ReadonlySet<FaultName> = new Set(["out-of-time", "stopping", "too-many-waiting"]);

/** What Tencent's last answers say: whether the next look-up is likely to get one. */
export function createTencentHealth(options: TencentHealthOptions): TencentHealth {
  const { tencentFailures, tencentNewsMs, now = monotonic } = options;
  let failures = 0;
  let last: { readonly at: number; readonly trouble: Unreadiness } | undefined;

  return {
    observe(event) {
      if (event.kind !== "query" || isOurs(event.answer)) return;
      const trouble = troubleIn(event.answer);
      failures = trouble === undefined ? 0 : failures + 1;
      last = trouble && { at: now(), trouble };
    },
    check: () =>
      last !== undefined && failures >= tencentFailures && now() - last.at < tencentNewsMs
        ? [last.trouble]
        : [],
  };
}

function isOurs(answer: Answer<unknown>): boolean {
  return answer.kind === "fault" && ours.has(answer.fault.name);
}

/** What would meet a question about any room; undefined where the answer is about this one. */
function troubleIn(answer: Answer<unknown>): Unreadiness | undefined {
  switch (answer.kind) {
    case "ok":
      return undefined;
    case "fault": {
      const { title } = explainFailure(answer.fault);
      return { reason: "tencent-not-answering", explanation: `${title}, several times in a row.` };
    }
    case "refused": {
      const { code } = answer;
      const { title } = explainCode(code);
      const explanation = `Tencent refuses all look-ups with code ${code}: ${title}.`;
      return isOfThisBot(code) ? { reason: "tencent-refusing", explanation } : undefined;
    }
  }
}

/** Codes of the REST gateway and of the account and its signature: they are not about a room. */
function isOfThisBot(code: number): boolean {
  return (code >= 60_000 && code < 61_000) || (code >= 70_000 && code < 80_000);
}
