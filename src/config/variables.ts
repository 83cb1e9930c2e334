import { z } from "zod";
import { regions } from "../tencent/regions.ts";
import { headerOf, isPlainUrl, isSafeUrl, json, pattern, slackIds, wholeNumber } from "./forms.ts";

/** One environment variable: its form, and how to explain it to whoever sets the bot up. */
export interface Variable {
  readonly schema: z.ZodType;
  readonly expected: string;
  readonly whereToGet: string;
  /** Never to be written anywhere; it may come in a file, named by this variable's name and _FILE. */
  readonly isSecret?: boolean;
}

export const tencentVariables = {
  TENCENT_SDK_APP_ID: {
    schema: wholeNumber(1, 4_294_967_295),
    expected: "the app's number, digits alone, such as 1400000000",
    whereToGet: "Tencent RTC console, Applications, column SDKAppID",
  },
  TENCENT_SECRET_KEY: {
    isSecret: true,
    schema: z.string().regex(/^[\x21-\x7e]{1,256}$/),
    expected: "the app's secret key, in one piece and without blanks",
    whereToGet: "Tencent RTC console, Applications, the app's SDKSecretKey",
  },
  TENCENT_ADMIN: {
    schema: z
      .string()
      .regex(/^[\w-]{1,32}$/)
      .default("administrator"),
    expected: "an administrator account of the app: at most 32 letters, digits, _ and -",
    whereToGet:
      "Chat console, Basic Configuration, Account Administrator; leave it out for administrator",
  },
  TENCENT_REGION: {
    schema: z.string().toLowerCase().pipe(z.enum(regions)).optional(),
    expected: `the data centre the app lives in, one of ${regions.join(", ")}`,
    whereToGet: "Tencent RTC console, Applications, the app's region",
  },
  TENCENT_API_URL: {
    schema: z.string().refine(isSafeUrl).optional(),
    expected: "a base URL with https (plain http for this machine alone)",
    whereToGet: "leave it out, unless Tencent told you another address than the region's",
  },
  TENCENT_QPS: {
    schema: wholeNumber(1, 200).default(100),
    expected: "a whole number from 1 to 200",
    whereToGet: "your choice: how many of the app's 200 queries a second this bot may use",
  },
  TENCENT_BACKGROUND_PERCENT: {
    schema: wholeNumber(1, 100).default(50),
    expected: "a whole number from 1 to 100",
    whereToGet:
      "your choice: how much of TENCENT_QPS may go to watches, alerts and workflows; people come first in any case",
  },
} as const satisfies Record<string, Variable>;

/** Where traces go: names and forms are OpenTelemetry's own. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: z.string().refine(isPlainUrl).optional(),
    expected: "a base URL with http or https, without user, password or query",
    whereToGet: "whoever runs your collector of traces; leave it out for no traces",
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    isSecret: true,
    schema: z
      .string()
      .transform((text) => text.split(",").map((pair) => pair.trim()))
      .pipe(z.array(z.string().regex(/^[!#$%&'*+.^`|~\w-]+ *= *[\x21-\x7e][\x20-\x7e]*$/)))
      .transform((pairs) => Object.fromEntries(pairs.map(headerOf)))
      .default({}),
    expected: "headers as name=value, with commas between",
    whereToGet: "whoever runs your collector; leave it out where it asks for none",
  },
} as const satisfies Record<string, Variable>;

export const slackVariables = {
  SLACK_BOT_TOKEN: {
    isSecret: true,
    schema: z.string().regex(/^xoxb-\S+$/),
    expected: "a bot token, beginning with xoxb-",
    whereToGet: "api.slack.com/apps, your app, OAuth & Permissions",
  },
  SLACK_SIGNING_SECRET: {
    isSecret: true,
    schema: z
      .string()
      .transform((text) =>
        text
          .split(",")
          .map((secret) => secret.trim())
          .filter((secret) => secret !== ""),
      )
      .pipe(z.array(z.string().regex(/^[\x21-\x7e]+$/)).min(1))
      .optional(),
    expected: "the signing secret (several, separated by commas, while one is rotated)",
    whereToGet: "api.slack.com/apps, your app, Basic Information, Signing Secret",
  },
  SLACK_APP_TOKEN: {
    isSecret: true,
    schema: z
      .string()
      .regex(/^xapp-\S+$/)
      .optional(),
    expected: "an app-level token with connections:write, beginning with xapp-",
    whereToGet:
      "api.slack.com/apps, your app, Basic Information, App-Level Tokens; for Socket Mode alone",
  },
  SLACK_API_URL: {
    schema: z
      .string()
      .refine(isSafeUrl)
      .transform((url) => (url.endsWith("/") ? url : `${url}/`))
      .default("https://slack.com/api/"),
    expected: "a base URL with https (plain http for this machine alone)",
    whereToGet: "leave it out, unless you try the bot against a stand-in for Slack",
  },
  PORT: {
    schema: wholeNumber(0, 65_535).default(3000),
    expected: "a port number from 0 to 65535",
    whereToGet: "your choice; leave it out for 3000",
  },
  HOST: {
    schema: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default("0.0.0.0"),
    expected: "an address to listen on",
    whereToGet: "your choice; leave it out for 0.0.0.0",
  },
  LOG_LEVEL: {
    schema: z.enum(["debug", "info", "warn", "error"]).default("info"),
    expected: "one of debug, info, warn, error",
    whereToGet: "your choice; leave it out for info",
  },
  ROOM_PATTERNS: {
    schema: json(z.record(z.string(), pattern)).default({}),
    expected:
      'JSON that names expressions for links to rooms, each with one group around the ID, such as {"console":"console\\\\.example\\\\.com/r/([^/?]+)"}',
    whereToGet: "the addresses of your own console; leave it out for the usual ones",
  },
  ALERT_CHANNELS: {
    schema: slackIds(/^[CG][A-Z0-9]{2,}$/),
    expected: "IDs of Slack channels, beginning with C or G, with commas between",
    whereToGet: "Slack, the channel's details, at the bottom; leave it out for no alert channels",
  },
  ALLOWED_CHANNELS: {
    schema: slackIds(/^[CDG][A-Z0-9]{2,}$/),
    expected: "IDs of Slack channels, beginning with C, D or G, with commas between",
    whereToGet: "Slack, the channel's details, at the bottom; leave it out to answer everywhere",
  },
  ALLOWED_USERS: {
    schema: slackIds(/^[UWS][A-Z0-9]{2,}$/),
    expected: "IDs of people (U or W) and user groups (S), with commas between",
    whereToGet: "Slack, the profile's menu, Copy member ID; leave it out to answer everybody",
  },
  ADMIN_USERS: {
    schema: slackIds(/^[UWS][A-Z0-9]{2,}$/),
    expected: "IDs of people (U or W) and user groups (S), with commas between",
    whereToGet:
      "Slack, the profile's menu, Copy member ID; leave it out where nobody may see who looked what up, and how the bot is set up",
  },
  ALLOW_EXTERNAL_CHANNELS: {
    schema: z
      .enum(["true", "false"])
      .default("false")
      .transform((value) => value === "true"),
    expected: "true or false",
    whereToGet:
      "your choice: true lets people of other companies see answers in channels that are shared with them",
  },
  SHORTCUT_REPLY: {
    schema: z.enum(["thread", "private"]).default("thread"),
    expected: "thread or private",
    whereToGet:
      "your choice: where the shortcut on a message answers, in its thread or for the asker alone",
  },
  DATA_DIR: {
    schema: z
      .string()
      .refine((folder) => !folder.includes("\0"))
      .default("./data"),
    expected: "a folder that this bot may write, or none",
    whereToGet: "your choice; leave it out for ./data, or set none for a bot that keeps nothing",
  },
  DATABASE_URL: {
    isSecret: true,
    schema: z
      .string()
      .refine((url) => URL.canParse(url) && /^postgres(?:ql)?:$/.test(new URL(url).protocol))
      .optional(),
    expected: "an address of PostgreSQL, such as postgres://user:password@host:5432/greenroom",
    whereToGet: "whoever runs your PostgreSQL; leave it out to keep things in DATA_DIR",
  },
  AUDIT_DAYS: {
    schema: wholeNumber(1, 3_650).default(90),
    expected: "a whole number from 1 to 3650",
    whereToGet: "your choice: for how many days the store keeps who looked what up",
  },
  ACTIVITY_LABELS: {
    schema: json(z.record(z.string(), z.string().min(1).max(100))).default({}),
    expected: 'JSON that names your ActivityStatus values, such as {"1":"on air"}',
    whereToGet: "your app's developers, who define ActivityStatus; leave it out to see the number",
  },
} as const satisfies Record<string, Variable>;
