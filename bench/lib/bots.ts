import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loaded, Usage } from "../processes/meter.ts";
import type { Shares } from "./profile.ts";
import { startChild } from "./child.ts";
import { built, peer, sdkAppId, secrets, shipped } from "./place.ts";
import type { LightSlack, Way } from "./slack.ts";
import type { Tencent } from "./tencent.ts";

export type BotName = "greenroom" | "greenroom with store" | "bare Bolt" | "node:http" | "hubot";
export type Mode = "http" | "socket";

/** A bot as a process of its own. */
export interface Bot {
  readonly name: BotName;
  readonly mode: Mode;
  readonly way: Way;
  /** From the start of the process to its word that it is ready, in ms. */
  readonly readyMs: number;
  usage(): Promise<Usage>;
  loaded(): Promise<Loaded>;
  /** Takes a CPU profile while `work` is done. */
  profiled(work: () => Promise<unknown>): Promise<Shares>;
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly name: BotName;
  readonly mode: Mode;
  readonly slack: LightSlack;
  readonly tencent: Pick<Tencent, "url">;
  /** Whether it can be asked what it uses; left out where the time of the start is taken. */
  readonly isMetered?: boolean;
  readonly listsScripts?: boolean;
  /** Kept by the caller; a fresh one for each bot otherwise. */
  readonly dataDir?: string;
  readonly nodeOptions?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const programs: Readonly<Record<BotName, string>> = {
  greenroom: shipped("main.js"),
  "greenroom with store": shipped("main.js"),
  "bare Bolt": peer("bare-bolt.mjs"),
  "node:http": peer("floor.mjs"),
  hubot: peer("hubot.mjs"),
};

export async function startBot(options: BotOptions): Promise<Bot> {
  const { name, mode, slack, tencent, isMetered = true, listsScripts = false } = options;
  const folder =
    options.dataDir === undefined ? mkdtempSync(join(tmpdir(), "greenroom-bench-")) : undefined;
  const isGreenroom = name.startsWith("greenroom");
  const startedAt = performance.now();
  const child = startChild({
    path: programs[name],
    nodeOptions: [
      ...(options.nodeOptions ?? []),
      ...(isMetered ? ["--import", pathToFileURL(built("bench/processes/meter.js")).href] : []),
      // As `npm start` does; what it costs is Greenroom's to bear.
      ...(isGreenroom ? ["--enable-source-maps"] : []),
    ],
    env: {
      SLACK_BOT_TOKEN: secrets.botToken,
      SLACK_API_URL: slack.apiUrl,
      ...(mode === "socket"
        ? { SLACK_APP_TOKEN: secrets.appToken }
        : { SLACK_SIGNING_SECRET: secrets.signingSecret }),
      TENCENT_SDK_APP_ID: String(sdkAppId),
      TENCENT_SECRET_KEY: secrets.secretKey,
      TENCENT_API_URL: tencent.url,
      TENCENT_QPS: "200",
      DATA_DIR: name === "greenroom" ? "none" : (options.dataDir ?? folder ?? ""),
      HOST: "127.0.0.1",
      PORT: "0",
      ...(listsScripts ? { METER_SCRIPTS: "true" } : {}),
      ...options.env,
    },
  });
  const [, port] = await child.written(/"port":(\d+)/);
  const readyMs = performance.now() - startedAt;
  return {
    name,
    mode,
    way: { port: mode === "http" ? Number(port) : undefined },
    readyMs,
    usage: () => child.ask("usage"),
    loaded: () => child.ask("loaded"),
    async profiled(work) {
      await child.ask("profile");
      await work();
      return child.ask("profiled");
    },
    async stop() {
      await child.stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
