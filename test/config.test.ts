import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig, readTencentConfig, type Config } from "../src/config.ts";
import { describeProblems, type Environment } from "../src/config/read-all.ts";
import { slackVariables, tencentVariables } from "../src/config/variables.ts";

const complete = {
  TENCENT_SDK_APP_ID: "1400000000",
  TENCENT_SECRET_KEY: "5bd2850fff3ecb11d7c805251c51ee46",
  TENCENT_REGION: "singapore",
  SLACK_BOT_TOKEN: "xoxb-1-2-abc",
  SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99",
} as const;

function config(change: Environment = {}): Config {
  const reading = readConfig({ ...complete, ...change });
  if (!reading.ok) throw new Error(describeProblems(reading.problems));
  return reading.config;
}

/** The keys that are complained of. */
function complaints(change: Environment): string[] {
  const reading = readConfig({ ...complete, ...change });
  return reading.ok ? [] : reading.problems.map(({ key }) => key).toSorted();
}

describe("a configuration with what is needed", () => {
  test("is filled up with the defaults", () => {
    expect(config()).toEqual({
      tencent: {
        sdkAppId: 1400000000,
        secretKey: complete.TENCENT_SECRET_KEY,
        identifier: "administrator",
        baseUrl: "https://adminapisgp.im.qcloud.com",
        qps: 100,
        backgroundShare: 0.5,
      },
      slack: {
        botToken: "xoxb-1-2-abc",
        apiUrl: "https://slack.com/api/",
        mode: { kind: "http", signingSecrets: [complete.SLACK_SIGNING_SECRET] },
      },
      host: "0.0.0.0",
      port: 3000,
      logLevel: "info",
      roomPatterns: [],
      shortcutReply: "thread",
      activityLabels: {},
      allowExternalChannels: false,
      alertChannels: [],
      store: { kind: "sqlite", folder: "./data" },
      auditDays: 90,
      access: { channels: [], users: [] },
      adminUsers: [],
    });
  });

  test("has traces where a collector is named, with its headers as OpenTelemetry writes them", () => {
    expect(config().tracing).toBeUndefined();
    expect(config({ OTEL_EXPORTER_OTLP_HEADERS: "a=b" }).tracing).toBeUndefined();
    const endpoint = "http://collector:4318";
    expect(config({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).tracing).toEqual({
      endpoint,
      headers: {},
    });
    const headers = "authorization=Bearer%20x1, x-tenant = a=b ,x-odd=50%";
    const both = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers };
    expect(config(both).tracing?.headers).toEqual({
      authorization: "Bearer x1",
      "x-tenant": "a=b",
      "x-odd": "50%",
    });
  });

  test.each([
    "collector:4318",
    "grpc://collector:4317",
    "https://user:password@collector",
    "https://collector?key=1",
    "https://collector#x",
  ])("takes no collector at %s", (OTEL_EXPORTER_OTLP_ENDPOINT) => {
    expect(complaints({ OTEL_EXPORTER_OTLP_ENDPOINT })).toEqual(["OTEL_EXPORTER_OTLP_ENDPOINT"]);
  });

  test.each(["no-equals-sign", "=value", "a b=c", "name=", "a=b,,c=d", "a=\u00e4"])(
    "takes no headers like %s",
    (OTEL_EXPORTER_OTLP_HEADERS) => {
      expect(complaints({ OTEL_EXPORTER_OTLP_HEADERS })).toEqual(["OTEL_EXPORTER_OTLP_HEADERS"]);
    },
  );

  test("may have blanks around each value, as copying leaves them", () => {
    const padded = Object.entries(complete).map(([key, value]) => [key, ` ${value}\n`]);
    expect(readConfig(Object.fromEntries(padded) as Environment)).toEqual(readConfig(complete));
  });

  test("takes an empty value for one that is absent, as compose files leave it", () => {
    const optional = ["TENCENT_ADMIN", "TENCENT_API_URL", "TENCENT_QPS", "SLACK_APP_TOKEN"];
    const more = ["SLACK_API_URL", "PORT", "HOST", "LOG_LEVEL", "ROOM_PATTERNS", "ACTIVITY_LABELS"];
    const empty = Object.fromEntries([...optional, ...more].map((key) => [key, "  "]));
    expect(config(empty)).toEqual(config());
    expect(complaints({ SLACK_BOT_TOKEN: "" })).toEqual(["SLACK_BOT_TOKEN"]);
  });
});

describe("every problem is told at once", () => {
  test("with its key, what is expected and where to get it", () => {
    const reading = readConfig({});
    const problems = reading.ok ? [] : reading.problems;
    expect(problems.map(({ key }) => key).toSorted()).toEqual(Object.keys(complete).toSorted());
    for (const { problem, whereToGet } of problems) {
      expect(problem).toMatch(/^is missing: expected .+/);
      expect(whereToGet).not.toBe("");
    }
    const text = describeProblems(problems);
    expect(text).toMatch(/^The configuration has 5 problems:\n/);
    expect(text.match(/Where to get it: /g)).toHaveLength(5);
    expect(describeProblems(problems.slice(1, 2))).toMatch(/has 1 problem:/);
  });

  test("each key once, whatever is wrong", () => {
    const bad = Object.keys({ ...tencentVariables, ...slackVariables }).map((key) => [
      key,
      "\u0000",
    ]);
    const reading = readConfig(Object.fromEntries(bad) as Environment);
    const keys = reading.ok ? [] : reading.problems.map(({ key }) => key);
    expect(keys.toSorted()).toEqual(
      Object.keys({ ...tencentVariables, ...slackVariables }).toSorted(),
    );
  });

  test("and no value is printed, since it may be a secret in the wrong place", () => {
    const keys = Object.keys({ ...tencentVariables, ...slackVariables });
    const marker = fc.stringMatching(/^[0-9a-f]{20}$/);
    const shape = fc.constantFrom(
      "",
      "xoxb",
      "xapp-",
      "http://",
      '{"a":"',
      "[",
      "(",
      "1",
      " ",
      "é",
    );
    const values = fc.dictionary(fc.constantFrom(...keys), fc.tuple(shape, marker));
    fc.assert(
      fc.property(values, (chosen) => {
        const entries = Object.entries(chosen).map(([key, parts]) => [key, parts.join("")]);
        const reading = readConfig(Object.fromEntries(entries) as Environment);
        const text = reading.ok ? "" : describeProblems(reading.problems);
        for (const [, secret] of Object.values(chosen)) expect(text).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the form of each value", () => {
  test.each([
    ["TENCENT_SDK_APP_ID", ["0", "-1", "1.5", "1e9", "4294967296", "abc", "14000 00000"]],
    ["TENCENT_SECRET_KEY", ["two words", "schlüssel", "x".repeat(257)]],
    ["TENCENT_ADMIN", ["two words", "a@b", "x".repeat(33), "é"]],
    ["TENCENT_REGION", ["europe", "Singapore Region", "constructor"]],
    ["TENCENT_API_URL", ["adminapi.com", "http://example.com", "ftp://a.b", "http://10.0.0.1"]],
    ["TENCENT_QPS", ["0", "201", "-1", "1.5", "many"]],
    ["SLACK_BOT_TOKEN", ["xoxp-1", "xapp-1", "xoxb-", "token", "xoxb-a b"]],
    ["SLACK_SIGNING_SECRET", [",", "two words", "é"]],
    ["SLACK_APP_TOKEN", ["xoxb-1", "xapp-", "token"]],
    ["SLACK_API_URL", ["slack.com/api", "http://slack.com/api/", "http://127.0.0.1.evil.example"]],
    ["PORT", ["-1", "65536", "http", "0x10", "80 "].slice(0, 4)],
    ["HOST", ["a b", "http://a", "a/b"]],
    ["LOG_LEVEL", ["trace", "INFO!", "silent"]],
    [
      "ROOM_PATTERNS",
      ["text", "[]", '{"a":1}', '{"a":"no group"}', '{"a":"(open"}', '{"a":"(a)\\\\"}'],
    ],
    ["ACTIVITY_LABELS", ["text", "[]", '{"1":1}', '{"1":""}', `{"1":"${"x".repeat(101)}"}`]],
  ])("%s is refused alone: %j", (key, values) => {
    for (const value of values) expect(complaints({ [key]: value })).toEqual([key]);
  });

  test.each([
    ["TENCENT_SDK_APP_ID", ["1", "4294967295"]],
    ["TENCENT_ADMIN", ["a", "admin_2-x", "x".repeat(32)]],
    [
      "TENCENT_API_URL",
      ["https://a.b", "http://127.0.0.1:3000", "http://localhost", "http://[::1]:1"],
    ],
    ["TENCENT_QPS", ["1", "200"]],
    ["SLACK_API_URL", ["https://slack-gov.com/api/", "http://127.0.0.1:3000/api"]],
    ["PORT", ["0", "65535"]],
    ["HOST", ["127.0.0.1", "::", "localhost", "bot.example.com"]],
    ["LOG_LEVEL", ["debug", "info", "warn", "error"]],
  ])("%s is taken: %j", (key, values) => {
    for (const value of values) expect(complaints({ [key]: value })).toEqual([]);
  });
});

describe("what is read from the values", () => {
  test("a region or a URL is needed, and the URL wins", () => {
    expect(complaints({ TENCENT_REGION: undefined })).toEqual(["TENCENT_REGION"]);
    const url = "https://other.example.com";
    expect(config({ TENCENT_REGION: undefined, TENCENT_API_URL: url }).tencent.baseUrl).toBe(url);
    expect(config({ TENCENT_API_URL: url }).tencent.baseUrl).toBe(url);
  });

  test("several signing secrets, while one is rotated", () => {
    expect(config({ SLACK_SIGNING_SECRET: "old , new" }).slack.mode).toEqual({
      kind: "http",
      signingSecrets: ["old", "new"],
    });
  });

  test("Socket Mode wins where the app token is set, and needs no signing secret", () => {
    const mode = { kind: "socket", appToken: "xapp-1-abc" };
    expect(config({ SLACK_APP_TOKEN: "xapp-1-abc" }).slack.mode).toEqual(mode);
    const alone = { SLACK_APP_TOKEN: "xapp-1-abc", SLACK_SIGNING_SECRET: undefined };
    expect(config(alone).slack.mode).toEqual(mode);
  });

  test("Slack's address ends in a slash, as its client needs it", () => {
    expect(config({ SLACK_API_URL: "http://127.0.0.1:1/api" }).slack.apiUrl).toMatch(/\/api\/$/);
  });

  test("patterns in the order they are written, deaf to case and with no memory", () => {
    const text = '{"b":"console\\\\.example/r/([^/]+)","a":"(x)|(y)"}';
    const { roomPatterns } = config({ ROOM_PATTERNS: text });
    expect(roomPatterns.map(({ name }) => name)).toEqual(["b", "a"]);
    expect(roomPatterns[0]?.pattern.exec("https://CONSOLE.example/r/live-1/x")?.[1]).toBe("live-1");
    expect(roomPatterns.map(({ pattern }) => pattern.flags)).toEqual(["i", "i"]);
  });

  test("labels of the activity status", () => {
    expect(config({ ACTIVITY_LABELS: '{"1":"on air"}' }).activityLabels).toEqual({ "1": "on air" });
  });

  test("Tencent's part can be read without Slack's, for the command line", () => {
    const { TENCENT_SDK_APP_ID, TENCENT_SECRET_KEY, TENCENT_REGION } = complete;
    const part = { TENCENT_SDK_APP_ID, TENCENT_SECRET_KEY, TENCENT_REGION };
    expect(readTencentConfig(part)).toEqual({ ok: true, config: config().tencent });
  });
});
