import { setTimeout as sleep } from "node:timers/promises";
import type { LightSlack, Sent, Way } from "./slack.ts";

/** Sends a command to each of these times, in ms from now, whether or not the last is answered. */
export async function sendAt(
  times: readonly number[],
  textOf: (index: number) => string,
  slack: LightSlack,
  way: Way,
): Promise<Sent[]> {
  const start = performance.now();
  const sent: Sent[] = [];
  while (sent.length < times.length) {
    const wait = (times[sent.length] ?? 0) - (performance.now() - start);
    // oxlint-disable-next-line no-await-in-loop -- the next one's time has not come
    if (wait > 0) await sleep(wait);
    else sent.push(slack.command(textOf(sent.length), way));
  }
  await Promise.all(sent.map(({ done }) => done));
  return sent;
}

/** So many a second, evenly, for so long. */
export function evenly(perSecond: number, seconds: number): number[] {
  return Array.from({ length: perSecond * seconds }, (_, index) => (index * 1000) / perSecond);
}
