import type { Call } from "../../simulator/slack/calls.ts";
import type { LogLine } from "../support/log-lines.ts";
import type { SoakBot } from "./bot.ts";
import type { Deed, Kind } from "./deeds.ts";
import { handledTwice, interactionLines, roomOf, underOneReference } from "./log.ts";
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

/** How long before a trouble something may have begun that it still meets, and how long it has effects. */
const reachMs: Readonly<Record<Cost, { readonly before: number; readonly after: number }>> = {
  // Slack waits 3 s; connections are made anew after 5 s.
  delivery: { before: 4_000, after: 9_000 },
  // A look-up may last 12 s, and its answer wait for its turn.
  posts: { before: 25_000, after: 1_000 },
  // The circuit stays open for 5 s, and who stands in line has 12 s.
  "look-ups": { before: 12_000, after: 13_000 },
};
/** As often does the bot post an answer before it gives up. */
const triesOfPost = 3;

/** Accounts for everything that was done, by what people saw. */
export function accountFor(
  { slack, program }: SoakBot,
  deeds: readonly Deed[],
  spans: readonly Span[],
): Accounts {
  const log = interactionLines(program.out);
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
  return {
    endings,
    defects: [...defects, ...handledTwice(deeds, log), ...underOneReference(log)],
    lost,
  };
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
function endingOf(answer: string, deed: Deed, { log, spans }: Evidence): Verdict {
  const reference = /Reference (\w+), for the people/u.exec(answer)?.[1];
  if (reference === undefined) {
    if (deed.kind === "workflow step") return endingOfStep(answer, deed, spans);
    if (answer.includes(deed.expected)) return { ending: "answered" };
    return { defect: `a wrong answer: ${answer}` };
  }
  if (answer.includes("could not finish your request"))
    return { defect: `the bot broke: ${answer}` };
  const outcome = log.find(
    (line) => line["reference"] === reference && [undefined, deed.room].includes(roomOf(line)),
  )?.["outcome"];
  const mayBeRefused = deed.kind === "watch" || answer.includes(deed.expected);
  if (outcome === "refused" && mayBeRefused) return { ending: "refused" };
  if (outcome === "failed" && answer.includes(deed.room))
    return failedAtTencent(deed, answer, spans);
  return { defect: `ended as ${String(outcome)} in the log: ${answer}` };
}

/** A step gives no reference: its words are for a workflow. */
function endingOfStep(answer: string, deed: Deed, spans: readonly Span[]): Verdict {
  const { expected, room } = deed;
  if (answer.includes('"found":true') && answer.includes(expected)) return { ending: "answered" };
  const hasTitle = /"error_title":"[^"]/u.test(answer);
  return hasTitle && answer.includes(room)
    ? failedAtTencent(deed, answer, spans)
    : { defect: `a step's end that says nothing: ${answer}` };
}

function failedAtTencent(deed: Deed, answer: string, spans: readonly Span[]): Verdict {
  return came("look-ups", deed, spans)
    ? { ending: "failed, and said so" }
    : { defect: `failed, for no trouble that came: ${answer}` };
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
  const line = log.find((one) => roomOf(one) === deed.room && one["undelivered"] !== undefined);
  const refused = calls.filter((call) => call.outcome.startsWith("fault: status") && isNear(call));
  if (came("posts", deed, spans)) {
    // Its posts, where Slack's records name them; else what the log says, and that Slack refused some.
    const own = refused.filter((call) => deed.owns(call)).length;
    const isWindow = deed.kind === "shortcut from anywhere";
    const opens = refused.filter(({ method }) => method === "views.open").length;
    if (
      own >= triesOfPost ||
      (line !== undefined && refused.length >= triesOfPost) ||
      (isWindow && opens > 0)
    ) {
      return { ending: "nothing: Slack took no post" };
    }
  }
  const isUnread = deed.kind === "link" && came("look-ups", deed, spans);
  return isUnread
    ? { ending: "left alone: a link whose room could not be read" }
    : { defect: `its asker saw nothing; the log has “${String(line?.["undelivered"])}”` };
}

/** Whether a trouble that may cost this was there at the time. */
function came(cost: Cost, { at }: Deed, spans: readonly Span[]): boolean {
  const { before, after } = reachMs[cost];
  return spans.some(
    (span) => span.cost === cost && at > span.from - before && at < span.to + after,
  );
}
