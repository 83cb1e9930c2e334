import { atEndOfFile } from "./end-of-file.ts";
import { startProxy } from "../../simulator/network/proxy.ts";
import type { SlackSimulatorOptions } from "../../simulator/slack/options.ts";
import { startBotProgram, type Limits } from "./program.ts";
import { environmentFor, startStandIns, type Mode } from "./stage.ts";

export interface BotProcessOptions {
  readonly slack?: Partial<SlackSimulatorOptions>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly limits?: Limits;
}

/** The built bot as a process of its own, between stand-ins that outlive it. */
export async function botProcess(mode: Mode, options: BotProcessOptions = {}) {
  const { slack, tencent } = await startStandIns(options.slack);
  const wayToTencent = await startProxy(tencent.url);
  atEndOfFile(() => Promise.all([slack, tencent, wayToTencent].map((one) => one.close())));
  const environment = {
    ...environmentFor(mode, slack, { url: wayToTencent.url }),
    ...options.environment,
  };
  const start = async (limits?: Limits) => {
    const { program, url } = await startBotProgram(environment, limits);
    if (mode === "http") slack.requestUrl = `${url}/slack/events`;
    return { program, url };
  };
  return { slack, tencent, wayToTencent, start, ...(await start(options.limits)) };
}
