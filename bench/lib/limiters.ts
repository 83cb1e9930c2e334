import { pathToFileURL } from "node:url";
import { defaults } from "../../src/defaults.ts";
import { createQuota, type Quota } from "../../src/tencent/quota.ts";
import { peer } from "./place.ts";

type Schedule = (task: () => void, isPerson: boolean) => Promise<unknown>;

export const ours = "greenroom";
/** Needs no package that is not ours, so that the quick form has something to compare with. */
export const atHand = "p-throttle strict";

export const peerNames = [
  "p-throttle",
  "p-throttle strict",
  "p-queue",
  "p-queue strict",
  "bottleneck",
  "limiter",
  "rate-limiter-flexible",
  "p-ratelimit",
  "throttled-queue",
  "throttled-queue evenly",
] as const;

/** A limiter in the place of the quota, so that all else in a query is the same for each. */
export async function limiterNamed(name: string, qps: number): Promise<Quota> {
  if (name === ours) {
    const longestLine = { person: 100_000, background: 100_000 };
    return createQuota({ ...defaults, qps, backgroundShare: 1, longestLine });
  }
  const module = (await import(pathToFileURL(peer("limiters.mjs")).href)) as {
    limiters: Record<string, (qps: number) => Promise<Schedule>>;
  };
  const create = module.limiters[name];
  if (create === undefined) throw new Error(`there is no limiter named ${name}`);
  const schedule = await create(qps);
  const slot = { isGood: () => true, giveBack: () => undefined, release: () => undefined };
  return {
    waiting: { person: 0, background: 0 },
    free: 0,
    used: 0,
    acquireNow: () => undefined,
    acquire: (lane) =>
      new Promise((resolve, reject) => {
        schedule(() => resolve({ kind: "admitted", slot }), lane === "person").catch(reject);
      }),
  };
}
