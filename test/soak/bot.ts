import { fileURLToPath } from "node:url";
import { startProxy } from "../../simulator/network/proxy.ts";
import { BOT_USER, people } from "../../simulator/slack/seed.ts";
import { startBotProgram } from "../support/program.ts";
import { environmentFor, startStandIns, type Mode } from "../support/stage.ts";

const probe = fileURLToPath(new URL("probe.mjs", import.meta.url));

/** What a bot's process holds, when its garbage is collected. */
export interface Holding {
  readonly heapMib: number;
  readonly rssMib: number;
  /** Sockets, timers and the like, by Node's name for them. */
  readonly handles: Readonly<Record<string, number>>;
  /** On the process, and on every AbortSignal. */
  readonly listeners: number;
  /** Warnings of Node's, such as of too many listeners. */
  readonly warnings: number;
}

export const channels = Array.from({ length: 10 }, (_, index) => `C0SOAK${index}`);
export const alertChannel = "C0SOAKALERT";

export type SoakBot = Awaited<ReturnType<typeof startSoakBot>>;

/**
 * The built bot as a process of its own with a probe inside, and a hand on each of its ways.
 *
 * @param flags for Node
 */
export async function startSoakBot(mode: Mode, flags: readonly string[]) {
  const { slack, tencent } = await startStandIns({ eventRetryDelaysMs: [500, 5_000, 15_000] });
  const wayToTencent = await startProxy(tencent.url);
  const wayToSlack = await startProxy(slack.url);
  const environment = {
    ...environmentFor(mode, { apiUrl: `${wayToSlack.url}/api/` }, wayToTencent),
    ALERT_CHANNELS: alertChannel,
  };
  const limits = { node: [...flags, "--expose-gc", "--import", probe] };
  const { program, url } = await startBotProgram(environment, limits);
  const wayToBot = await startProxy(url);
  if (mode === "http") slack.requestUrl = `${wayToBot.url}/slack/events`;

  for (const id of [...channels, alertChannel]) {
    slack.workspace.channels.set(id, {
      id,
      name: id.toLowerCase(),
      kind: "public",
      members: new Set([BOT_USER, people.asker]),
      isExtShared: false,
    });
  }
  return {
    mode,
    slack,
    tencent,
    program,
    wayToBot,
    wayToSlack,
    wayToTencent,
    async holding(): Promise<Holding> {
      const before = program.err.length;
      program.signal("SIGUSR2");
      const [, report = ""] = await program.written(/probe (\{.*\})\n/, before);
      return JSON.parse(report) as Holding;
    },
    /** @returns the exit code */
    async stop(): Promise<number | string> {
      program.signal("SIGTERM");
      const exit = await program.ended;
      await Promise.all(
        [wayToBot, wayToSlack, wayToTencent, slack, tencent].map((one) => one.close()),
      );
      return exit;
    },
  };
}
