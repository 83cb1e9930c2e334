import { readLatency } from "./control.ts";
import type { TencentSimulatorOptions } from "./server.ts";

export interface ProcessOptions {
  readonly simulator: TencentSimulatorOptions;
  readonly latency: readonly [number, number];
}

export function readEnvironment(env: NodeJS.ProcessEnv): ProcessOptions {
  const secretKey = env.SIM_TENCENT_SECRET_KEY;
  if (!secretKey) throw new Error("SIM_TENCENT_SECRET_KEY is not set");
  const sdkAppId = numberFrom(env, "SIM_TENCENT_SDK_APP_ID");
  if (sdkAppId === undefined) throw new Error("SIM_TENCENT_SDK_APP_ID is not set");
  const port = numberFrom(env, "SIM_TENCENT_PORT");
  const qps = numberFrom(env, "SIM_TENCENT_QPS");
  return {
    simulator: {
      sdkAppId,
      secretKey,
      control: true,
      ...(port === undefined ? {} : { port }),
      ...(qps === undefined ? {} : { qps }),
    },
    latency: latencyFrom(env.SIM_TENCENT_LATENCY),
  };
}

function numberFrom(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,10}$/.test(text)) throw new Error(`${name} is not a number`);
  return Number(text);
}

function latencyFrom(text: string | undefined): readonly [number, number] {
  if (text === undefined || text === "") return [0, 0];
  const [, least, most] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  if (least === undefined) throw new Error('SIM_TENCENT_LATENCY reads like "5-40"');
  return readLatency([Number(least), Number(most)]);
}
