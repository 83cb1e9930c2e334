import { setMaxListeners } from "node:events";
import { doctorCard } from "../cards/doctor-card.ts";
import { noticeCard, type Notice } from "../cards/notices.ts";
import type { Finding } from "../ops/doctor/finding.ts";
import { summaryOf } from "../ops/doctor/report.ts";
import { refused, type CardResponse } from "./answer.ts";
import { refusalForAdmins, type AdminParts } from "./for-admins.ts";
import type { Interaction } from "./interaction.ts";
import { forAskerAlone, type Reply } from "./reply.ts";

export interface Doctor {
  /** Looks at how this bot is set up. Whoever asks while that is under way gets the same. */
  readonly examine: () => Promise<readonly Finding[]>;
  /** After how long a check is told to be under way, in ms. */
  readonly underWayMs: number;
}

export interface DoctorParts extends AdminParts {
  readonly doctor: Doctor;
  /** Aborts when this process stops. */
  readonly stopping: AbortSignal;
}

/** How this bot is set up: for those whom ADMIN_USERS lists, and for their eyes alone. */
export async function doctorResponseTo(
  interaction: Interaction,
  reply: Reply,
  parts: DoctorParts,
): Promise<CardResponse> {
  const refusal = await refusalForAdmins(interaction, parts, "how it is set up");
  if (refusal !== undefined) return refused(refusal);
  const { doctor, stopping } = parts;
  const findings = await withNotice(reply, doctor.underWayMs, () =>
    unlessStopped(doctor.examine(), stopping),
  );
  if (findings === undefined) return refused(restarting);
  const count = (verdict: Finding["verdict"]): number =>
    findings.filter((finding) => finding.verdict === verdict).length;
  return {
    card: doctorCard({ title: summaryOf(findings), steps: findings, at: Date.now() }),
    placement: forAskerAlone,
    outcome: "answered",
    about: { result: "doctor", bad: count("bad"), warnings: count("warning") },
  };
}

/** Does what may take long, and tells the asker when it does. */
async function withNotice<T>(reply: Reply, afterMs: number, work: () => Promise<T>): Promise<T> {
  let notice: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    // A courtesy: where it fails, the posts that are left are worth more.
    notice = reply.send(noticeCard(checking), forAskerAlone, 1);
  }, afterMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    // The answer must not overtake the line that announces it.
    await notice;
  }
}

/** @returns undefined where this process has to answer before the work is done */
function unlessStopped<T>(work: Promise<T>, stopping: AbortSignal): Promise<T | undefined> {
  // Many askers share this signal: no leak.
  setMaxListeners(0, stopping);
  return new Promise((resolve, reject) => {
    const leave = (): void => resolve(undefined);
    if (stopping.aborted) leave();
    stopping.addEventListener("abort", leave, { once: true });
    work.finally(() => stopping.removeEventListener("abort", leave)).then(resolve, reject);
  });
}

/** Where the answer could be seen by others. */
export const doctorElsewhere: Notice = {
  title: "Ask for this with /room doctor",
  body: "How this bot is set up is shown to one person alone, so this bot answers it behind /room.",
  suggestion: "/room doctor",
};

const checking: Notice = {
  title: "Checking how this bot is set up",
  body: "This takes 15 seconds at most. The answer follows.",
};

const restarting: Notice = {
  title: "This bot is restarting",
  body: "The check was cut short. Ask again in half a minute.",
  suggestion: "/room doctor",
};
