import { codeCard } from "../cards/code-card.ts";
import { helpCard } from "../cards/notices.ts";
import { noWatchHere } from "../cards/watch-notices.ts";
import { resultCard } from "../cards/result-card.ts";
import { readCode } from "../tencent/catalogue/explain.ts";
import { mostTriesOfCode } from "../tencent/retry.ts";
import { aboutResult, outcomeOf, refused, type Ask, type CardResponse } from "./answer.ts";
import type { Question } from "./commands/parse.ts";
import { auditElsewhere, type AuditQuestion } from "./audit-response.ts";
import { commandsFor } from "./commands/table.ts";
import { doctorElsewhere } from "./doctor-response.ts";
import type { Placement } from "./reply.ts";
import type { WatchQuestion } from "./watch-response.ts";

export interface ResponseOptions {
  /** Where an answer about a room goes. */
  readonly placement: Placement;
  /** Where the reason of a failed look-up goes, if elsewhere. */
  readonly failures?: Placement;
  /** Where help and the explanation of a code go, if elsewhere. */
  readonly aside?: Placement;
  readonly activityLabels: Readonly<Record<string, string>>;
  /** Whether this bot keeps cards up to date. */
  readonly watchable: boolean;
  /** Answers what is asked about watches, where that can be asked. */
  readonly onWatch?: (question: WatchQuestion, ask: Ask) => Promise<CardResponse>;
  /** Answers who looked what up, where one person alone sees it. */
  readonly onAudit?: (question: AuditQuestion) => Promise<CardResponse>;
  /** Says how this bot is set up, where one person alone sees it. */
  readonly onDoctor?: () => Promise<CardResponse>;
}

/** Answers a typed question, by whichever way it came in. A refusal is for its asker alone. */
export async function responseTo(
  question: Question,
  ask: Ask,
  {
    placement,
    failures = placement,
    aside = placement,
    activityLabels,
    watchable,
    onWatch,
    onAudit,
    onDoctor,
  }: ResponseOptions,
): Promise<CardResponse> {
  switch (question.kind) {
    case "help":
      return {
        card: helpCard(commandsFor(watchable)),
        placement: aside,
        outcome: "answered",
        about: { result: "help" },
      };
    case "explain": {
      const { code } = question;
      return {
        card: codeCard(readCode(code), mostTriesOfCode(code)),
        placement: aside,
        outcome: "answered",
        about: { result: "explained", code },
      };
    }
    case "refused":
      return refused(question.notice);
    case "watch":
    case "watches":
    case "unwatch":
      return onWatch === undefined ? refused(noWatchHere) : onWatch(question, ask);
    case "audit":
      return onAudit === undefined ? refused(auditElsewhere) : onAudit(question);
    case "doctor":
      return onDoctor === undefined ? refused(doctorElsewhere) : onDoctor();
    case "look-up": {
      const result = await ask(question.id, { fresh: false, placement });
      const goesTo = result.kind === "failed" ? failures : placement;
      const shared = goesTo.visibility === "in_channel";
      return {
        card: resultCard(result, { shared, activityLabels, watchable }),
        placement: goesTo,
        outcome: outcomeOf(result),
        about: aboutResult(result),
      };
    }
  }
}
