import type { SectionBlock } from "@slack/types";
import { context, header } from "./blocks.ts";
import type { Card, Value } from "./card.ts";
import { fittingText } from "./fallback.ts";
import { limits } from "./limits.ts";
import { moment } from "./moment.ts";
import { foreignInText, foreignPlain } from "./text.ts";

/** What one step of the doctor came to, in the words that a terminal shows too. */
export interface DoctorStep {
  readonly step: string;
  readonly verdict: string;
  readonly what: string;
  /** What to do now. */
  readonly next?: string;
}

export interface DoctorReport {
  /** How much there is to mend. */
  readonly title: string;
  readonly steps: readonly DoctorStep[];
  /** When they were looked at, in ms since 1970. */
  readonly at: number;
}

/** The doctor has about ten. */
const mostSteps = 20;
/** Two texts fit into one block. */
const longestText = limits.section / 2 - 100;
/** Characters of all steps together: blocks and text have to fit into one message. */
const mostInSteps = 5_000;

/** How this bot is set up, for an admin's eyes. Names out of Slack and its words may be within. */
export function doctorCard({ title, steps, at }: DoctorReport): Card {
  const shown = steps.slice(0, mostSteps);
  const left = steps.length - shown.length;
  const trace: Value[] = [
    ...(left === 0 ? [] : [{ ours: `${left} more: npm run doctor shows them all.` }]),
    moment(at / 1000, "Checked "),
  ];
  const most = mostOfEach(shown);
  return {
    blocks: [
      header({ ours: title }),
      ...shown.flatMap((step) => blocksOf(step, most)),
      context(trace),
    ],
    text: fittingText(
      [title, ...shown.flatMap(linesOf)].map((line) => foreignInText(line, limits.foreignBlock)),
      trace,
    ),
  };
}

/** How long each text may be: as it is, unless all of them are more than a message takes. */
function mostOfEach(steps: readonly DoctorStep[]): number {
  const texts = steps.flatMap(textsOf);
  const whole = texts.map((text) => foreignPlain(text, longestText).length);
  const sum = whole.reduce((total, length) => total + length, 0);
  return sum <= mostInSteps ? longestText : Math.floor(mostInSteps / texts.length);
}

/** The verdict stands out; the rest is plain text, since nothing foreign is live there. */
function blocksOf(step: DoctorStep, most: number): SectionBlock[] {
  const head = foreignInText(headOf(step), 100);
  const lines = textsOf(step).map((text) => foreignPlain(text, most));
  return [
    { type: "section", text: { type: "mrkdwn", text: `*${head}*`, verbatim: true } },
    { type: "section", text: { type: "plain_text", text: lines.join("\n"), emoji: false } },
  ];
}

function headOf({ step, verdict }: DoctorStep): string {
  return `${step}: ${verdict}`;
}

function textsOf({ what, next }: DoctorStep): string[] {
  return next === undefined ? [what] : [what, `Next: ${next}`];
}

/** As on a terminal: what was found, and below it what to do. */
function linesOf(step: DoctorStep): string[] {
  const [what = "", ...others] = textsOf(step);
  return [`${headOf(step)}: ${what}`, ...others];
}
