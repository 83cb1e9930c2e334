import { pause } from "../../lib/time.ts";
import type { StorePlace } from "../../store/store-place.ts";
import type { TencentApp } from "../../tencent/app.ts";
import { placeOf, regionUrl, regions, type Region } from "../../tencent/regions.ts";
import { askTencent, type AskFigures, type Heard } from "./ask-tencent.ts";
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
  /** Looks a room up that can't exist, at the data centre in use; left out, apart from any client. */
  readonly ask?: () => Promise<Heard>;
  /** Whether a connection of Socket Mode is open anyhow; otherwise one is opened and closed at once. */
  readonly isConnected?: () => boolean;
  readonly now?: () => number;
  readonly figures?: ExamineFigures;
}

export interface ExamineFigures extends AskFigures {
  readonly slackMs: number;
  readonly storeMs: number;
  /** For one part and all its tries, in ms. The parts are looked at side by side. */
  readonly partMs: number;
}

const usual = {
  tryMs: 5_000,
  retryMs: 500,
  bodyLimit: 1024 * 1024,
  slackMs: 5_000,
  storeMs: 5_000,
  partMs: 15_000,
};

const reason = "the settings are not complete";

/**
 * Looks at all of a configuration, and says of each part how it stands, within `partMs` even where
 * nothing answers. Never throws.
 */
export async function examine(setup: Setup, options: ExamineOptions = {}): Promise<Finding[]> {
  const { flaws, tencent, slack, store } = setup;
  const { figures = usual, now = Date.now } = options;
  const { partMs } = figures;
  const others = options.others ?? othersOf(tencent);
  const [atTencent, atSlack, kept] = await Promise.all([
    look(tencent, ["Data centre", "Clock", "Look-up"], partMs, (app) => {
      const { ask = () => askTencent(app, figures) } = options;
      return tencentSteps(app, { ask, askOther: (of) => askTencent(of, figures), others, now });
    }),
    look(slack, ["Slack token", "Scopes"], partMs, (its) =>
      slackSteps(its, figures.slackMs, options.isConnected),
    ),
    look(store, ["Store"], partMs, async (place) => [await storeStep(place, figures.storeMs)]),
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

/** Looks at a part where there is one, and no longer than its time. */
async function look<T>(
  part: T | undefined,
  steps: readonly [string, ...string[]],
  limitMs: number,
  at: (part: T) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  if (part === undefined) return notChecked(steps, reason);
  const done = new AbortController();
  try {
    const late = pause(limitMs, done.signal).then(() => unfinished(steps, limitMs));
    return await Promise.race([at(part), late]);
  } finally {
    done.abort();
  }
}

function unfinished([step, ...others]: readonly [string, ...string[]], ms: number): Finding[] {
  return [
    {
      step,
      verdict: "bad",
      what: `this came to no end within ${ms / 1000} seconds`,
      next: "Something on the way neither answers nor refuses. See what stands between this machine and it, and run the doctor again.",
    },
    ...notChecked(others, "the step before it came to no end"),
  ];
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
