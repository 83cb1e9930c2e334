import type { SceneRow, WeatherRow } from "../../../protocol/rows.ts";
import { faultWords } from "../faults/fault-choices.ts";

type Latency = WeatherRow["tencent"]["latency"];

export const latencies: readonly { readonly name: string; readonly latency: Latency }[] = [
  { name: "Fast", latency: [15, 60] },
  { name: "Slow", latency: [800, 1500] },
  { name: "Very slow", latency: [3500, 4500] },
];
export const fairLatency: Latency = [15, 60];

/** Tencent takes 200 queries a second from an app. */
export const fairQps = 200;
export const quotas: readonly number[] = [200, 20, 2, 0];

/** From this on a person notices that they wait. */
const slowFromMs = 500;

/** Nothing that a person could blame a late or missing answer on. */
export function isFair({ tencent, slack }: WeatherRow, mode: SceneRow["mode"]): boolean {
  return tencentTroubles(tencent, []).length === 0 && slackTroubles(slack, mode).length === 0;
}

export function weatherWords(weather: WeatherRow, scene: Pick<SceneRow, "mode" | "codes">): string {
  const { tencent, slack } = weather;
  const atTencent = tencentTroubles(tencent, scene.codes);
  const atSlack = slackTroubles(slack, scene.mode);
  const fine = `fine, ${latencyWords(tencent.latency)}`;
  return [
    `Tencent: ${atTencent.length === 0 ? fine : atTencent.join("; ")}.`,
    `Slack: ${atSlack.length === 0 ? "fine" : atSlack.join("; ")}.`,
  ].join(" ");
}

function tencentTroubles(tencent: WeatherRow["tencent"], codes: SceneRow["codes"]): string[] {
  const { latency, fault, qps } = tencent;
  return [
    ...(fault === null ? [] : [faultWords(fault, codes)]),
    ...(latency[1] < slowFromMs ? [] : [`slow, ${latencyWords(latency)}`]),
    ...(qps >= fairQps ? [] : [quotaWords(qps)]),
  ];
}

function slackTroubles(slack: WeatherRow["slack"], mode: SceneRow["mode"]): string[] {
  const { waitingFaults, repeats, sockets } = slack;
  return [
    ...(waitingFaults === 0 ? [] : [waitingWords(waitingFaults)]),
    ...(repeats === 0 ? [] : [`tells of each message ${timesWords(repeats)} more`]),
    ...(mode === "socket" && sockets === 0 ? ["no open connection"] : []),
  ];
}

export function latencyWords([least, most]: Latency): string {
  return least === most ? `${most} ms` : `${least}–${most} ms`;
}

export function quotaWords(qps: number): string {
  if (qps === 0) return "takes no queries";
  return qps === 1 ? "takes 1 query a second" : `takes ${qps} queries a second`;
}

function waitingWords(count: number): string {
  return count === 1
    ? "the bot’s next call will go wrong (1 fault)"
    : `the bot’s next ${count} calls will go wrong (${count} faults)`;
}

export function timesWords(times: number): string {
  return ["no times", "once", "twice"][times] ?? `${times} times`;
}
