import type { Finding } from "./finding.ts";

const step = "Clock";

/** Slack's requests count as forged beyond five minutes, either way. */
const badMs = 5 * 60_000;
/** The Date header counts whole seconds, and the answer was on its way: less than this is nothing. */
const warningMs = 30_000;

/**
 * Holds this machine's clock against that of the data centre.
 *
 * @param serverTime by its Date header, in ms since 1970
 */
export function clockStep(serverTime: number | undefined, now: number): Finding {
  if (serverTime === undefined) {
    return { step, verdict: "not checked", what: "the answer carries no time" };
  }
  const offMs = now - serverTime;
  const off = Math.abs(offMs);
  if (off < warningMs) {
    return { step, verdict: "good", what: "this machine and Tencent agree on the time" };
  }
  return {
    step,
    verdict: off < badMs ? "warning" : "bad",
    what: `this machine's clock is ${durationWords(off)} ${offMs > 0 ? "ahead of" : "behind"} Tencent's`,
    next: "Have the clock set by the network (NTP). Signatures carry the time, and Slack's requests are refused when they look more than 5 minutes old or new.",
  };
}

function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
