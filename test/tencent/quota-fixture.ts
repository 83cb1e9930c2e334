import { setMaxListeners } from "node:events";

import { vi } from "vitest";

import { createQuota, type Admission, type Quota, type Slot } from "../../src/tencent/quota.ts";

/** Lets promises that are ready go on; needs no timer, so that fake ones change nothing. */
export async function settle(): Promise<void> {
  for (let hop = 0; hop < 20; hop += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one hop after the other is the point
    await Promise.resolve();
  }
}

/** Fires every fake timer in its turn, with the promises between them, until none is left. */
export async function untilQuiet(): Promise<void> {
  await settle();
  while (vi.getTimerCount() > 0) {
    vi.advanceTimersToNextTimer();
    // oxlint-disable-next-line no-await-in-loop -- timers fire one after the other
    await settle();
  }
}

export async function advance(ms: number): Promise<void> {
  await settle();
  const end = performance.now() + ms;
  while (performance.now() < end) {
    vi.advanceTimersByTime(Math.min(1, end - performance.now()));
    // oxlint-disable-next-line no-await-in-loop -- time goes by step by step
    await settle();
  }
}

export const never = new AbortController().signal;
// Many wait with this one signal; Node would warn from the eleventh on.
setMaxListeners(0, never);

export interface QuotaFigures {
  readonly qps?: number;
  readonly restMs?: number;
  readonly graceMs?: number;
  readonly silenceMs?: number;
  readonly person?: number;
  readonly background?: number;
  readonly backgroundShare?: number;
}

/** The figures of the design, with no silence at the start where the test is not about it. */
export function quotaOf(figures: QuotaFigures = {}): Quota {
  const { qps = 5, restMs = 1000, graceMs = 5000, silenceMs = 0 } = figures;
  const { person = 2000, background = 5000, backgroundShare = 1 } = figures;
  const longestLine = { person, background };
  return createQuota({ qps, restMs, graceMs, silenceMs, longestLine, backgroundShare });
}

export function slotOf(admission: Admission): Slot {
  if (admission.kind !== "admitted") throw new Error(`Not admitted: ${admission.kind}`);
  return admission.slot;
}

/** The most of these moments that any second holds, as a server counts: half-open. */
export function mostInASecond(moments: readonly number[]): number {
  const sorted = moments.toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map(
      (end, index) => sorted.slice(0, index + 1).filter((at) => end - at < 1000).length,
    ),
  );
}
