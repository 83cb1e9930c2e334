import { readAll, type Environment, type Reading } from "./config/read-all.ts";
import { slackVariables, tencentVariables } from "./config/variables.ts";
import type { StorePlace } from "./store/store-place.ts";
import type { TencentApp } from "./tencent/app.ts";
import { regionUrl } from "./tencent/regions.ts";

export function readTencentConfig(environment: Environment): Reading<TencentApp> {
  const { values, problems } = readAll(tencentVariables, environment);
  const { TENCENT_REGION: region, TENCENT_API_URL: url } = values;
  const isSaid = problems.some(({ key }) => key === "TENCENT_REGION" || key === "TENCENT_API_URL");
  if (region === undefined && url === undefined && !isSaid) {
    const { expected, whereToGet } = tencentVariables.TENCENT_REGION;
    problems.push({
      key: "TENCENT_REGION",
      problem: `is missing: expected ${expected}`,
      whereToGet,
    });
  }
  const baseUrl = url ?? (region === undefined ? undefined : regionUrl(region));
  if (problems.length > 0 || baseUrl === undefined) return { ok: false, problems };
  return {
    ok: true,
    config: {
      sdkAppId: values.TENCENT_SDK_APP_ID,
      secretKey: values.TENCENT_SECRET_KEY,
      identifier: values.TENCENT_ADMIN,
      baseUrl,
      qps: values.TENCENT_QPS,
      backgroundShare: values.TENCENT_BACKGROUND_PERCENT / 100,
    },
  };
}

/** How Slack reaches the bot: over a socket that the bot opens, or by signed HTTP requests. */
export type SlackMode =
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecrets: readonly string[] };

export interface Config {
  readonly tencent: TencentApp;
  readonly slack: { readonly botToken: string; readonly apiUrl: string; readonly mode: SlackMode };
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly roomPatterns: readonly { readonly name: string; readonly pattern: RegExp }[];
  readonly shortcutReply: "thread" | "private";
  readonly activityLabels: Readonly<Record<string, string>>;
  readonly allowExternalChannels: boolean;
  readonly alertChannels: readonly string[];
  /** What has to outlive a restart, and for how many days look-ups are kept. */
  readonly store: StorePlace;
  readonly auditDays: number;
  /** Where the bot answers, and whom; empty lists allow all. */
  readonly access: { readonly channels: readonly string[]; readonly users: readonly string[] };
}

export function readConfig(environment: Environment): Reading<Config> {
  const tencent = readTencentConfig(environment);
  const { values, problems } = readAll(slackVariables, environment);
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecrets } = values;
  const isSaid = problems.some(({ key }) => /^SLACK_(APP_TOKEN|SIGNING_SECRET)(_FILE)?$/.test(key));
  if (appToken === undefined && signingSecrets === undefined && !isSaid) {
    const { expected, whereToGet } = slackVariables.SLACK_SIGNING_SECRET;
    problems.push({
      key: "SLACK_SIGNING_SECRET",
      problem: `is missing: expected ${expected}; or set SLACK_APP_TOKEN for Socket Mode`,
      whereToGet,
    });
  }
  const mode: SlackMode | undefined =
    appToken !== undefined
      ? { kind: "socket", appToken }
      : signingSecrets && { kind: "http", signingSecrets };
  if (!tencent.ok || problems.length > 0 || mode === undefined) {
    return { ok: false, problems: [...problems, ...(tencent.ok ? [] : tencent.problems)] };
  }
  return {
    ok: true,
    config: {
      tencent: tencent.config,
      slack: { botToken: values.SLACK_BOT_TOKEN, apiUrl: values.SLACK_API_URL, mode },
      host: values.HOST,
      port: values.PORT,
      logLevel: values.LOG_LEVEL,
      roomPatterns: Object.entries(values.ROOM_PATTERNS).map(([name, expression]) => ({
        name,
        pattern: expression,
      })),
      shortcutReply: values.SHORTCUT_REPLY,
      activityLabels: values.ACTIVITY_LABELS,
      allowExternalChannels: values.ALLOW_EXTERNAL_CHANNELS,
      alertChannels: values.ALERT_CHANNELS,
      store: storePlaceOf(values.DATABASE_URL, values.DATA_DIR),
      auditDays: values.AUDIT_DAYS,
      access: { channels: values.ALLOWED_CHANNELS, users: values.ALLOWED_USERS },
    },
  };
}

/** PostgreSQL comes first: whoever names one has no use for a folder. */
function storePlaceOf(url: string | undefined, folder: string): StorePlace {
  if (url !== undefined) return { kind: "postgres", url };
  return folder === "none" ? { kind: "none" } : { kind: "sqlite", folder };
}
