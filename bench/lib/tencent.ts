import type { Arrival } from "../processes/tencent.ts";
import { startChild } from "./child.ts";
import { built, secrets, sdkAppId } from "./place.ts";

export interface TencentStats {
  readonly queries: number;
  readonly refused: number;
  readonly mostInASlidingSecond: number;
}

/** The stand-in for Tencent, in a process of its own. */
export interface Tencent {
  readonly url: string;
  /** Makes rooms `prefix-1` to `prefix-count`. */
  rooms(prefix: string, count: number): Promise<void>;
  latency(least: number, most: number): Promise<void>;
  /** As the simulator's own control takes it: `{rooms: {id: fault}}` and so on. */
  weather(change: unknown): Promise<void>;
  stats(): Promise<TencentStats>;
  arrivals(): Promise<readonly Arrival[]>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function startTencent(qps: number): Promise<Tencent> {
  const child = startChild({
    path: built("bench/processes/tencent.js"),
    env: {
      BENCH_APP: String(sdkAppId),
      BENCH_KEY: secrets.secretKey,
      BENCH_QPS: String(qps),
    },
  });
  const [line] = await child.written(/\{"url":.*\}/);
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    rooms: (prefix, count) => child.ask("rooms", { prefix, count }),
    latency: (least, most) => child.ask("latency", [least, most]),
    async weather(change) {
      const response = await fetch(`${url}/_simulator/weather`, {
        method: "POST",
        body: JSON.stringify(change),
      });
      if (!response.ok) throw new Error(await response.text());
      await response.arrayBuffer();
    },
    stats: () => child.ask("stats"),
    arrivals: () => child.ask("arrivals"),
    reset: () => child.ask("reset"),
    close: () => child.stop(),
  };
}
