import { afterAll } from "vitest";
import type { SlackSimulatorOptions } from "../../simulator/slack/options.ts";
import { startBotProgram, type Limits } from "./program.ts";
import { environmentFor, startStandIns, type Mode } from "./stage.ts";

const standIns: Awaited<ReturnType<typeof startStandIns>>[] = [];
// Of the file that imports this.
afterAll(async () => {
  for (const { slack, tencent } of standIns.splice(0)) {
    // oxlint-disable-next-line no-await-in-loop -- a few, and nobody waits
    await Promise.all([slack.close(), tencent.close()]);
  }
});

export interface BotProcessOptions {
  readonly slack?: Partial<SlackSimulatorOptions>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly limits?: Limits;
}

/** The built bot as a process of its own, between stand-ins that outlive it. */
export async function botProcess(mode: Mode, options: BotProcessOptions = {}) {
  const { slack, tencent } = await startStandIns(options.slack);
  standIns.push({ slack, tencent });
  const environment = { ...environmentFor(mode, slack, tencent), ...options.environment };
  const start = async (limits?: Limits) => {
    const { program, url } = await startBotProgram(environment, limits);
    if (mode === "http") slack.requestUrl = `${url}/slack/events`;
    return { program, url };
  };
  return { slack, tencent, environment, start, ...(await start(options.limits)) };
}
