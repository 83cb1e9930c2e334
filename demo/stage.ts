import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Observer, SlackActivity } from "../simulator/slack/activity.ts";
import { readManifest, type Manifest } from "../simulator/slack/manifest.ts";
import { groups, people, places } from "../simulator/slack/seed.ts";
import { startSlackSimulator, type SlackSimulator } from "../simulator/slack/server.ts";
import type { TencentActivity } from "../simulator/tencent/activity.ts";
import { addSampleRooms } from "../simulator/tencent/sample-rooms.ts";
import { startTencentSimulator, type TencentSimulator } from "../simulator/tencent/server.ts";
import { startBot, type BotProcess } from "./bot-process.ts";
import { createLogTail, type LogTail } from "./log-tail.ts";

/** A Slack and a Tencent on this machine, with the real bot as a process between them. */
export interface Stage {
  readonly slack: SlackSimulator;
  readonly tencent: TencentSimulator;
  /** What the app asks for, and so what this Slack grants it. */
  readonly manifest: Manifest;
  /** The bot's own log. */
  readonly log: LogTail;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly socketMode: boolean;
  /** Where the Slack stand-in listens; any free port by default. */
  readonly port?: number;
  readonly onSlack?: Observer<SlackActivity>;
  readonly onTencent?: Observer<TencentActivity>;
  readonly onLogLine?: () => void;
}

const manifestFile = new URL("../../manifest.yml", import.meta.url);
const sdkAppId = 1_400_000_000;

/** Channels in which the bot answers alerts. */
export const alertChannels: readonly string[] = [places.liveAlerts];

export async function setStage(options: StageOptions): Promise<Stage> {
  const { socketMode, port, onSlack, onTencent } = options;
  const secretKey = randomBytes(32).toString("hex");
  const signingSecret = randomBytes(16).toString("hex");
  const botToken = `xoxb-demo-${randomBytes(12).toString("hex")}`;
  const appToken = `xapp-demo-${randomBytes(12).toString("hex")}`;
  const manifest = readManifest(await readFile(manifestFile, "utf8"));

  const slack = await startSlackSimulator({
    signingSecret,
    botToken,
    appToken,
    ...manifest,
    ...(port !== undefined && { port }),
    ...(onSlack !== undefined && { observe: onSlack }),
  });
  const tencent = await startTencentSimulator({
    sdkAppId,
    secretKey,
    ...(onTencent !== undefined && { observe: onTencent }),
  });
  addSampleRooms(tencent);
  tencent.weather.latency = [15, 60];

  const log = createLogTail(options.onLogLine ?? (() => undefined));
  // What the bot keeps of a demo is nobody's business afterwards.
  const dataFolder = await mkdtemp(join(tmpdir(), "greenroom-demo-"));
  let bot: BotProcess | undefined;
  async function close(): Promise<void> {
    await bot?.stop();
    await Promise.all([
      slack.close(),
      tencent.close(),
      rm(dataFolder, { recursive: true, force: true }),
    ]);
  }
  try {
    bot = await startBot(
      {
        SLACK_BOT_TOKEN: botToken,
        SLACK_API_URL: slack.apiUrl,
        ...(socketMode ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
        TENCENT_SDK_APP_ID: String(sdkAppId),
        TENCENT_SECRET_KEY: secretKey,
        TENCENT_API_URL: tencent.url,
        ALERT_CHANNELS: alertChannels.join(","),
        ADMIN_USERS: [people.asker, groups.oncall].join(","),
        DATA_DIR: dataFolder,
        HOST: "127.0.0.1",
        PORT: "0",
      },
      log,
    );
    if (!socketMode) slack.requestUrl = `http://127.0.0.1:${bot.port}/slack/events`;
  } catch (error) {
    await close();
    throw error;
  }
  return { slack, tencent, manifest, log, close };
}
