import type { Call } from "../../simulator/slack/calls.ts";
import { interactionsIn, type LogLine } from "../support/log-lines.ts";
import type { SoakBot } from "./bot.ts";
import type { Deed, Kind } from "./deeds.ts";
import type { Cost, Span } from "./troubles.ts";

/** How it ended for whoever did something, and why where that is no answer. */
export type Ending =
  | "answered"
  | "refused"
  | "failed, and said so"
  | "Slack's own line"
  | "Slack's own line, then the answer"
  | "answered twice: Slack hid that it took the first"
  | "nothing: Slack took no post"
  | "left alone: a link whose room could not be read";

export interface Accounts {
  readonly endings: Readonly<Partial<Record<Kind, Partial<Record<Ending, number>>>>>;
  /** Each of them is the bot's fault, or this test's. */
  readonly defects: readonly string[];
  /** Those who read nothing, or Slack's own line, in all. */
  readonly lost: number;
}

/** What else there is to know: Slack's own records, the bot's log, and which troubles came. */
interface Evidence {
  readonly calls: readonly Call[];
  readonly log: readonly LogLine[];
  readonly spans: readonly Span[];
}

type Verdict = { readonly ending: Ending } | { readonly defect: string };

/** Before a trouble, for look-ups that last; and after it, while connections are made anew. */
const beforeMs = 25_000;
const afterMs = 10_000;
/** As often does the bot post an answer before it gives up. */
const triesOfPost = 3;

/** Accounts for everything that was done, by what people saw. */
export function accountFor(
  { slack, program }: SoakBot,
  deeds: readonly Deed[],
  spans: readonly Span[],
): Accounts {
  const log = interactionsIn(completeLines(program.out));
  const evidence = { calls: slack.calls, log, spans };
  const endings: Partial<Record<Kind, Partial<Record<Ending, number>>>> = {};
  const defects: string[] = [];
  let lost = 0;
  for (const deed of deeds) {
    const verdict = judge(deed, evidence);
    if ("defect" in verdict) {
      defects.push(
        `${deed.kind} about ${deed.room} at ${new Date(deed.at).toISOString()}: ${verdict.defect}`,
      );
      continue;
    }
    const { ending } = verdict;
    if (ending === "nothing: Slack took no post" || ending === "Slack's own line") lost += 1;
    const ofKind = (endings[deed.kind] ??= {});
    ofKind[ending] = (ofKind[ending] ?? 0) + 1;
  }
  return { endings, defects: [...defects, ...handledTwice(deeds, log)], lost };
}

function completeLines(out: string): string[] {
  return out.slice(0, out.lastIndexOf("\n")).split("\n").filter(Boolean);
}

function judge(deed: Deed, evidence: Evidence): Verdict {
  const answers = deed.answers();
  const line = deed.slacksLine();
  const [first] = answers;
  if (first === undefined)
    return line === undefined ? silent(deed, evidence) : failedAtSlack(deed, line, evidence);
  const endings = answers.map((answer) => endingOf(answer, deed, evidence));
  const wrong = endings.find((ending) => "defect" in ending);
  if (wrong !== undefined) return wrong;
  if (answers.length > 1) return doubled(deed, answers, evidence);
  if (line !== undefined) {
    const verdict = failedAtSlack(deed, line, evidence);
    return "defect" in verdict ? verdict : { ending: "Slack's own line, then the answer" };
  }
  return endings[0] ?? { defect: "no ending" };
}

/** What one answer says, held against what is true and what the log has. */
function endingOf(answer: string, deed: Deed, { log }: Evidence): Verdict {
  const reference = /Reference (\w+), for the people/u.exec(answer)?.[1];
  if (reference === undefined) {
    if (deed.kind === "workflow step") return endingOfStep(answer, deed);
    if (answer.includes(deed.expected)) return { ending: "answered" };
    return { defect: `a wrong answer: ${answer}` };
  }
  if (answer.includes("could not finish your request"))
    return { defect: `the bot broke: ${answer}` };
  const outcome = log.find((line) => line["reference"] === reference)?.["outcome"];
  const mayBeRefused = deed.kind === "watch" || answer.includes(deed.expected);
  if (outcome === "refused" && mayBeRefused) return { ending: "refused" };
  if (outcome === "failed" && answer.includes(deed.room)) return { ending: "failed, and said so" };
  return { defect: `ended as ${String(outcome)} in the log: ${answer}` };
}

/** A step gives no reference: its words are for a workflow. */
function endingOfStep(answer: string, { expected, room }: Deed): Verdict {
  if (answer.includes('"found":true') && answer.includes(expected)) return { ending: "answered" };
  const hasTitle = /"error_title":"[^"]/u.test(answer);
  return hasTitle && answer.includes(room)
    ? { ending: "failed, and said so" }
    : { defect: `a step's end that says nothing: ${answer}` };
}

function doubled(deed: Deed, answers: readonly string[], { calls }: Evidence): Verdict {
  // What a fault kept from no effect has its arguments in Slack's records.
  const hidden = calls.filter(
    (call) =>
      call.outcome.startsWith("fault") && Object.keys(call.args).length > 0 && deed.owns(call),
  );
  return answers.length - 1 <= hidden.length
    ? { ending: "answered twice: Slack hid that it took the first" }
    : { defect: `answered ${answers.length} times: ${answers.join(" / ")}` };
}

function failedAtSlack(deed: Deed, line: string, { spans }: Evidence): Verdict {
  const isOfDelivery = line === "operation_timeout" || line === "dispatch_failed";
  return isOfDelivery && came("delivery", deed, spans)
    ? { ending: "Slack's own line" }
    : { defect: `Slack said “${line}”, for no trouble that came` };
}

/** Nothing at all was seen: that has to be Slack's doing, or nobody asked. */
function silent(deed: Deed, evidence: Evidence): Verdict {
  const { calls, log, spans } = evidence;
  const isNear = ({ at }: { at: number }): boolean => Math.abs(at - deed.at) < 60_000;
  const refused = calls.filter((call) => call.outcome.startsWith("fault: status") && isNear(call));
  if (came("posts", deed, spans)) {
    // Its posts, where Slack's records name them; else what the log says, and that Slack refused some.
    const own = refused.filter((call) => deed.owns(call)).length;
    const isToldOfInLog = log.some(
      (line) => line["room"] === deed.room && line["undelivered"] !== undefined,
    );
    const isWindow = deed.kind === "shortcut from anywhere";
    const opens = refused.filter(({ method }) => method === "views.open").length;
    if (
      own >= triesOfPost ||
      (isToldOfInLog && refused.length >= triesOfPost) ||
      (isWindow && opens > 0)
    ) {
      return { ending: "nothing: Slack took no post" };
    }
  }
  const isUnread = deed.kind === "link" && came(undefined, deed, spans);
  return isUnread
    ? { ending: "left alone: a link whose room could not be read" }
    : { defect: "its asker saw nothing" };
}

/** Whether a trouble that may cost this was there at the time. */
function came(cost: Cost | undefined, { at }: Deed, spans: readonly Span[]): boolean {
  return spans.some(
    (span) =>
      (cost === undefined || span.cost === cost) &&
      at > span.from - beforeMs &&
      at < span.to + afterMs,
  );
}

/** The bot takes each thing once: its log has no more of an entry than people did. */
function handledTwice(deeds: readonly Deed[], log: readonly LogLine[]): string[] {
  return [...new Set(deeds.map(({ entry }) => entry))].flatMap((entry) => {
    const done = deeds.filter((deed) => deed.entry === entry).length;
    const handled = log.filter((line) => line["entry"] === entry).length;
    return handled > done ? [`${entry}: ${handled} in the log, and ${done} were done`] : [];
  });
}
