import { createBot, type Figures } from "../../src/bot.ts";
import { readConfig } from "../../src/config.ts";
import { defaults } from "../../src/defaults.ts";
import { openKeeping } from "../../src/ops/keeping.ts";
import { createLog } from "../../src/ops/log.ts";
import { startSlackSimulator, type SlackSimulator } from "../../simulator/slack/server.ts";
import type { StepDefinition } from "../../simulator/slack/executions.ts";
import type { SlackSimulatorOptions } from "../../simulator/slack/options.ts";
import { addSampleRooms } from "../../simulator/tencent/sample-rooms.ts";
import {
  startTencentSimulator,
  type TencentSimulator,
  type TencentSimulatorOptions,
} from "../../simulator/tencent/server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const modes = ["http", "socket"] as const;
export type Mode = (typeof modes)[number];

/** Secrets that no log may hold; long enough to be found by chance never. */
export const secrets = {
  botToken: "xoxb-1111-2222-bottokenbottokenbottoken",
  appToken: "xapp-1-A0-3333-apptokenapptokenapptoken",
  signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
  secretKey: "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e",
} as const;

export const sdkAppId = 1_400_000_000;

export interface Stage {
  readonly slack: SlackSimulator;
  readonly tencent: TencentSimulator;
  /** The bot's log, line by line. */
  readonly log: readonly string[];
  /** The HTTP server of the bot. */
  readonly botUrl: string;
  stopBot(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly figures?: Partial<Figures>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly slack?: Partial<SlackSimulatorOptions>;
  readonly tencent?: Partial<TencentSimulatorOptions>;
}

/** What the bot is told in its environment, for a test that starts it as a process as well. */
export function environmentFor(
  mode: Mode,
  slack: Pick<SlackSimulator, "apiUrl">,
  tencent: Pick<TencentSimulator, "url">,
): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(mode === "socket"
      ? { SLACK_APP_TOKEN: secrets.appToken }
      : { SLACK_SIGNING_SECRET: secrets.signingSecret }),
    TENCENT_SDK_APP_ID: String(sdkAppId),
    TENCENT_SECRET_KEY: secrets.secretKey,
    TENCENT_API_URL: tencent.url,
    TENCENT_QPS: "200",
    DATA_DIR: temporaryFolder(),
    HOST: "127.0.0.1",
    PORT: "0",
  };
}

/** The step of manifest.yml. */
const lookUpStep: StepDefinition = {
  callbackId: "look_up_room",
  title: "Look up a live room",
  inputs: { room_id: { type: "string", title: "Room ID", isRequired: true } },
  outputs: {
    found: { type: "boolean", title: "Found", isRequired: true },
    name: { type: "string", title: "Name", isRequired: false },
    owner: { type: "string", title: "Owner", isRequired: false },
    entries: { type: "number", title: "Entries", isRequired: false },
    muted: { type: "boolean", title: "Muted", isRequired: false },
    visible: { type: "boolean", title: "Visible", isRequired: false },
    summary: { type: "string", title: "Summary", isRequired: true },
    error_title: { type: "string", title: "Error", isRequired: true },
  },
};

/** What manifest.yml asks for. */
export const granted = {
  events: [
    "app_home_opened",
    "app_mention",
    "function_executed",
    "link_shared",
    "message.channels",
    "message.groups",
    "message.im",
  ],
  scopes: [
    "commands",
    "app_mentions:read",
    "chat:write",
    "channels:history",
    "groups:history",
    "im:history",
    "usergroups:read",
    "users:read",
    "channels:read",
    "groups:read",
    "links:read",
    "links:write",
  ],
  takesMessages: true,
  steps: [lookUpStep],
  unfurlDomains: ["console.example.com"],
} as const;

/** Both stand-ins, with sample rooms. */
export async function startStandIns(
  slackOptions: Partial<SlackSimulatorOptions> = {},
  tencentOptions: Partial<TencentSimulatorOptions> = {},
) {
  const { secretKey } = secrets;
  const tencent = await startTencentSimulator({ sdkAppId, secretKey, ...tencentOptions });
  addSampleRooms(tencent);
  const slack = await startSlackSimulator({ ...secrets, ...granted, ...slackOptions });
  return { tencent, slack };
}

/**
 * The whole bot in this process between both stand-ins, over real HTTP or WebSockets. It sends at
 * once instead of after a second of silence: the stand-in has seen nothing of an earlier process.
 */
export async function setStage(mode: Mode, options: StageOptions = {}): Promise<Stage> {
  const { tencent, slack } = await startStandIns(options.slack, options.tencent);
  const environment = { ...environmentFor(mode, slack, tencent), ...options.environment };
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const lines: string[] = [];
  const log = createLog({
    level: "debug",
    secrets: Object.values(secrets),
    write: (line) => void lines.push(line),
  });
  const figures = { ...defaults, silenceMs: 0, ...options.figures };
  const keeping = await openKeeping(reading.config.store, figures, log);
  const bot = createBot(reading.config, figures, log, keeping);
  const botUrl = `http://127.0.0.1:${await bot.start()}`;
  if (mode === "http") slack.requestUrl = `${botUrl}/slack/events`;

  let stopped: Promise<void> | undefined;
  const stopBot = (): Promise<void> => (stopped ??= bot.stop());
  return {
    slack,
    tencent,
    log: lines,
    botUrl,
    stopBot,
    async close() {
      await stopBot();
      await Promise.all([slack.close(), tencent.close()]);
    },
  };
}
