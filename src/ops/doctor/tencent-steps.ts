import type { TencentApp } from "../../tencent/app.ts";
import { explainCode, explainFailure } from "../../tencent/catalogue/explain.ts";
import { isPassingStatus, type FaultName } from "../../tencent/fault.ts";
import type { Region } from "../../tencent/regions.ts";
import type { Heard } from "./ask-tencent.ts";
import { clockStep } from "./clock-step.ts";
import { notChecked, type Finding } from "./finding.ts";
import { causeOf, doubtful, livesElsewhere, placeName, unknownHere } from "./refusals.ts";

export interface TencentParts {
  /** Asks the data centre in use. */
  readonly ask: () => Promise<Heard>;
  readonly askOther: (app: TencentApp) => Promise<Heard>;
  /** The other data centres, to find the one that an app lives in; none where that can't be. */
  readonly others: ReadonlyMap<Region, string>;
  readonly now: () => number;
}

/** 100004: the room does not exist, as it should be. Source: document 63404. */
const noSuchRoom = 100004;

/** Faults for which a query was not even sent: nothing is known of Tencent. */
const notAsked: ReadonlySet<FaultName> = new Set(["too-many-waiting", "out-of-time", "stopping"]);

/** The way to the data centre, its clock, and whether it takes the signature. */
export async function tencentSteps(app: TencentApp, parts: TencentParts): Promise<Finding[]> {
  const heard = await parts.ask();
  const now = parts.now();
  const place = placeName(app.baseUrl);
  const way = "Data centre";
  if (heard.kind === "fault") {
    const { title, next } = explainFailure(heard.fault);
    if (notAsked.has(heard.fault.name)) {
      return [
        { step: way, verdict: "warning", what: `${place} was not asked: ${lowered(title)}`, next },
        ...notChecked(["Clock", "Look-up"], "Tencent was not asked"),
      ];
    }
    return [
      { step: way, verdict: "bad", what: `${place} can't be reached: ${lowered(title)}`, next },
      ...notChecked(["Clock", "Look-up"], "the data centre can't be reached"),
    ];
  }
  const { status, serverTime, envelope } = heard;
  if (envelope === undefined && isPassingStatus(status)) {
    const { title, next } = explainFailure({ name: "http-status", status });
    return [
      { step: way, verdict: "bad", what: `${place} does not answer: ${lowered(title)}`, next },
      clockStep(serverTime, now),
      ...notChecked(["Look-up"], "Tencent did not answer"),
    ];
  }
  if (envelope === undefined) {
    return [
      {
        step: way,
        verdict: "bad",
        what: `what answers at ${place} is not Tencent: its answer (HTTP ${status}) can't be read`,
        next: "See whether a proxy stands between this machine and Tencent, and whether TENCENT_API_URL is right.",
      },
      clockStep(serverTime, now),
      ...notChecked(["Look-up"], "Tencent did not answer"),
    ];
  }
  return [
    {
      step: way,
      verdict: "good",
      what: `${place} answers: name, connection and certificate are right`,
    },
    clockStep(serverTime, now),
    await lookUpStep(app, heard, parts),
  ];
}

async function lookUpStep(
  app: TencentApp,
  { envelope }: Extract<Heard, { kind: "answer" }>,
  parts: TencentParts,
): Promise<Finding> {
  const step = "Look-up";
  if (envelope?.kind === "ok" || isNoRoom(envelope)) {
    const what = `Tencent takes the signature of app ${app.sdkAppId}: it knows no room of an ID that can't exist (${noSuchRoom})`;
    return { step, verdict: "good", what };
  }
  if (envelope?.kind !== "fail") {
    const what = "Tencent's answer says neither that it went well nor what went wrong";
    return { step, verdict: "bad", what, next: "Run the doctor again in a minute." };
  }
  const { code } = envelope;
  if (explainCode(code).audience === "tencent" && !doubtful.has(code)) {
    const { title, next } = explainCode(code);
    const what = `Tencent has trouble of its own (code ${code}): ${lowered(title)}`;
    return { step, verdict: "warning", what, next };
  }
  const { home, allAsked } = doubtful.has(code)
    ? await findHome(app, parts)
    : { home: undefined, allAsked: false };
  const cause = home === undefined ? causeOf(code, app, allAsked) : livesElsewhere(app, home);
  return { step, verdict: "bad", ...cause };
}

/** Asks the other data centres, all at once. */
async function findHome(
  app: TencentApp,
  { askOther, others }: TencentParts,
): Promise<{ home: Region | undefined; allAsked: boolean }> {
  const answers = await Promise.all(
    [...others].map(async ([region, baseUrl]) => ({
      region,
      heard: await askOther({ ...app, baseUrl }),
    })),
  );
  return {
    home: answers.find(({ heard }) => isHome(heard))?.region,
    allAsked:
      answers.length > 0 &&
      answers.every(
        ({ heard }) =>
          heard.kind === "answer" &&
          heard.envelope?.kind === "fail" &&
          unknownHere.has(heard.envelope.code),
      ),
  };
}

/** It took the signature, or refuses an app that it knows. */
function isHome(heard: Heard): boolean {
  if (heard.kind !== "answer") return false;
  const { envelope } = heard;
  if (envelope?.kind === "ok" || isNoRoom(envelope)) return true;
  return envelope?.kind === "fail" && [60010, 60020, 60021].includes(envelope.code);
}

function isNoRoom(envelope: Extract<Heard, { kind: "answer" }>["envelope"]): boolean {
  return envelope?.kind === "fail" && envelope.code === noSuchRoom;
}

/** A title within a sentence. Names keep their capitals: Tencent, DNS. */
function lowered(title: string): string {
  return /^[A-Z][a-z]*'?s? /.test(title) && !title.startsWith("Tencent")
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
