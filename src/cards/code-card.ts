import type { CodeReading } from "../tencent/catalogue/explain.ts";
import type { Card, Value } from "./card.ts";
import { meaningOf } from "./problem-card.ts";
import { actParts } from "./who-acts.ts";
import { toSlack } from "./to-slack.ts";
import { traces } from "./traces.ts";

/**
 * What a number means, without a look-up.
 *
 * @param mostTries how often a look-up that meets this code asks before anybody sees it
 */
export function codeCard(reading: CodeReading, mostTries: number): Card {
  switch (reading.kind) {
    case "explained":
    case "undocumented": {
      const { problem } = reading;
      return cardOf(
        { ours: `Code ${problem.code}: ${problem.title}` },
        meaningOf(problem),
        [...actParts(problem.audience, problem.next), ...triesWords(mostTries)],
        traces({ code: { number: problem.code, family: problem.family } }),
      );
    }
    case "success":
      return cardOf(
        { ours: "Code 0: nothing went wrong" },
        { ours: "Tencent's servers send 0 when they have done what was asked." },
        youAct("If something did not work all the same, look for another code next to this one."),
        traces({ code: { number: 0, family: "no error" } }),
      );
    case "elsewhere":
      return cardOf(
        { ours: "This code is not about rooms" },
        {
          ours: `Tencent documents ${reading.code} for ${reading.subject}. A room look-up never meets it, so this bot holds no explanation.`,
        },
        youAct(
          "Ask your app's developers, or read Tencent's page 34348 on Chat error codes at trtc.io.",
        ),
        traces({ code: { number: reading.code, family: reading.subject } }),
      );
    case "client":
      return cardOf(
        { ours: "This looks like a code from inside your app" },
        { ours: clientMeaning(reading) },
        youAct(
          "Ask your app's developers which Tencent SDK the app uses, and look the number up on that SDK's error code page at trtc.io.",
        ),
        traces({
          code: {
            number: reading.code,
            family: reading.minusDropped ? "perhaps of a client SDK" : "client SDK",
          },
        }),
      );
  }
}

function clientMeaning(reading: Extract<CodeReading, { kind: "client" }>): string {
  const reason = reading.minusDropped
    ? `Tencent's servers have no such number. The parts of Tencent inside your app (the client SDK) have numbers like -${reading.code}, and the minus is often dropped when they are passed on.`
    : "Numbers with a minus come from the parts of Tencent inside your app (the client SDK), not from Tencent's servers.";
  return `${reason} This bot holds the servers' codes alone, and the same digits can mean something else there.`;
}

function youAct(next: string): Value[] {
  return actParts("asker", next);
}

function triesWords(mostTries: number): Value[] {
  if (mostTries === 1) return [];
  return [
    {
      ours: `A look-up that meets this code is tried up to ${mostTries} times before anybody sees it.`,
    },
  ];
}

function cardOf(title: Value, meaning: Value, parts: readonly Value[], trace: Value[]): Card {
  return toSlack({ title, parts: [meaning, ...parts], trace });
}
