import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { places } from "../simulator/slack/seed.ts";
import { startSlackSimulator, type SlackSimulator } from "../simulator/slack/server.ts";
import { addSampleRooms } from "../simulator/tencent/sample-rooms.ts";
import { startTencentSimulator, type TencentSimulator } from "../simulator/tencent/server.ts";

/** A Slack and a Tencent on this machine, with the real bot as a process between them. */
export interface Stage {
  readonly slack: SlackSimulator;
  readonly tencent: TencentSimulator;
  /** The bot's own log lines so far, newest last. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

const botProgram = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const sdkAppId = 1_400_000_000;
const startLimitMs = 20_000;
const keptLogLines = 200;

export async function setStage({ socketMode }: { readonly socketMode: boolean }): Promise<Stage> {
  const secretKey = randomBytes(32).toString("hex");
  const signingSecret = randomBytes(16).toString("hex");
  const botToken = `xoxb-demo-${randomBytes(12).toString("hex")}`;
  const appToken = `xapp-demo-${randomBytes(12).toString("hex")}`;

  const tencent = await startTencentSimulator({ sdkAppId, secretKey });
  addSampleRooms(tencent);
  tencent.weather.latency = [15, 60];
  const slack = await startSlackSimulator({
    signingSecret,
    botToken,
    appToken,
    events: ["app_mention", "message.channels", "message.groups"],
  });

  // What the bot keeps of a demo is nobody's business afterwards.
  const dataFolder = await mkdtemp(join(tmpdir(), "greenroom-demo-"));
  const bot = spawn(process.execPath, ["--enable-source-maps", botProgram], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: slack.apiUrl,
      ...(socketMode ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
      TENCENT_SDK_APP_ID: String(sdkAppId),
      TENCENT_SECRET_KEY: secretKey,
      TENCENT_API_URL: tencent.url,
      ALERT_CHANNELS: places.support,
      DATA_DIR: dataFolder,
      HOST: "127.0.0.1",
      PORT: "0",
    },
  });
  const log: string[] = [];
  async function close(): Promise<void> {
    await stop(bot);
    await Promise.all([
      slack.close(),
      tencent.close(),
      rm(dataFolder, { recursive: true, force: true }),
    ]);
  }
  try {
    const port = await ready(bot, log);
    if (!socketMode) slack.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  } catch (error) {
    await close();
    throw error;
  }
  return { slack, tencent, log, close };
}

/** @returns the port that the bot listens on, from its own log */
function ready(bot: ChildProcess, log: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`The bot did not start: ${why}\n${log.slice(-5).join("\n")}`));
    const timer = setTimeout(() => fail("it took too long"), startLimitMs);
    bot.once("exit", (code) => fail(`it ended with code ${code}`));
    for (const stream of [bot.stdout, bot.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => {
        log.push(line);
        if (log.length > keptLogLines) log.shift();
        const port = /"port":(\d+).*"Greenroom is ready"/.exec(line)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve(Number(port));
      });
    }
  });
}

async function stop(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = new Promise((resolve) => bot.once("exit", resolve));
  bot.kill("SIGTERM");
  await ended;
}
