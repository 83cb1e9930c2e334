import type { StorePlace } from "../../store/store-place.ts";
import type { TencentApp } from "../../tencent/app.ts";
import { placeOf, regionUrl, regions, type Region } from "../../tencent/regions.ts";
import { askTencent, type AskFigures } from "./ask-tencent.ts";
import { notChecked, type Finding } from "./finding.ts";
import { slackSteps, type SlackSetup } from "./slack-steps.ts";
import { storeStep } from "./store-step.ts";
import { tencentSteps } from "./tencent-steps.ts";
import { userSigStep } from "./user-sig-step.ts";

/** A configuration, as far as it could be read. */
export interface Setup {
  /** What is wrong with the variables, and what to do about each. Holds no value. */
  readonly flaws: readonly { readonly what: string; readonly next: string }[];
  readonly tencent: TencentApp | undefined;
  readonly slack: SlackSetup | undefined;
  readonly store: StorePlace | undefined;
}

export interface ExamineOptions {
  /** The other data centres; left out, Tencent's, where the one in use is Tencent's. */
  readonly others?: ReadonlyMap<Region, string>;
  readonly now?: () => number;
  readonly figures?: AskFigures & { readonly slackMs: number; readonly storeMs: number };
}

/** Together below 15 s, even where nothing answers: the parts are looked at side by side. */
const usual = {
  tryMs: 5_000,
  retryMs: 500,
  bodyLimit: 1024 * 1024,
  slackMs: 5_000,
  storeMs: 5_000,
};

const reason = "the settings are not complete";

/** Looks at all of a configuration, and says of each part how it stands. Never throws. */
export async function examine(setup: Setup, options: ExamineOptions = {}): Promise<Finding[]> {
  const { flaws, tencent, slack, store } = setup;
  const { figures = usual, now = Date.now } = options;
  const others = options.others ?? othersOf(tencent);
  const [atTencent, atSlack, kept] = await Promise.all([
    unless(tencent, ["Data centre", "Clock", "Look-up"], (app) =>
      tencentSteps(app, { ask: (of) => askTencent(of, figures), others, now }),
    ),
    unless(slack, ["Slack token", "Scopes"], (its) => slackSteps(its, figures.slackMs)),
    unless(store, ["Store"], async (place) => [await storeStep(place, figures.storeMs)]),
  ]);
  return [
    ...settingsSteps(flaws),
    ...(tencent === undefined ? notChecked(["Signature"], reason) : [userSigStep(tencent)]),
    ...atTencent,
    ...atSlack,
    ...kept,
    ...(tencent === undefined ? notChecked(["Quota"], reason) : [quotaStep(tencent)]),
  ];
}

/** Looks, unless there is nothing to look at. */
async function unless<T>(
  part: T | undefined,
  steps: readonly string[],
  look: (part: T) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  return part === undefined ? notChecked(steps, reason) : look(part);
}

function settingsSteps(flaws: Setup["flaws"]): readonly Finding[] {
  const step = "Settings";
  return flaws.length === 0
    ? [{ step, verdict: "good", what: "every variable can be read" }]
    : flaws.map((flaw) => ({ step, verdict: "bad", ...flaw }));
}

function quotaStep({ qps }: TencentApp): Finding {
  const what = `at most ${qps} queries a second of the app's 200; the rest is for your own servers`;
  return { step: "Quota", verdict: "good", what };
}

/** A signature goes to Tencent alone, so never to others where a stand-in is in use. */
function othersOf(app: TencentApp | undefined): ReadonlyMap<Region, string> {
  const own = app && placeOf(app.baseUrl);
  const isTencents = own !== undefined && regions.some((region) => region === own);
  return new Map(
    isTencents
      ? regions.filter((region) => region !== own).map((region) => [region, regionUrl(region)])
      : [],
  );
}
