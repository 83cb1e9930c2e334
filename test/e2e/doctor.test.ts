import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { doctorCommand } from "../../src/cli/doctor.ts";
import { readTencentConfig } from "../../src/config.ts";
import { defaults } from "../../src/defaults.ts";
import { askWithClient } from "../../src/ops/doctor/ask-with-client.ts";
import type { ExamineOptions } from "../../src/ops/doctor/examine.ts";
import { connectTencent } from "../../src/tencent/connect.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import { startSlackSimulator } from "../../simulator/slack/server.ts";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { startTencentSimulator } from "../../simulator/tencent/server.ts";
import { programs, runProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import {
  environmentFor,
  granted,
  modes,
  sdkAppId,
  secrets,
  startStandIns,
} from "../support/stage.ts";
import type { Mode } from "../support/stage.ts";

const { secretKey } = secrets;

let tencent: TencentSimulator;
let slack: SlackSimulator;
beforeAll(async () => {
  ({ tencent, slack } = await startStandIns());
});
afterEach(() => {
  tencent.weather.set(null);
  slack.fault.clear();
});
afterAll(() => Promise.all([tencent.close(), slack.close()]));

interface Run {
  readonly code: number;
  readonly out: string;
  /** The lines that say what is bad. */
  readonly bad: readonly string[];
}

/** The doctor in this process, over real sockets. */
async function run(
  change: Readonly<Record<string, string>> = {},
  options: ExamineOptions = {},
  { mode = "http", words = [] }: { mode?: Mode; words?: readonly string[] } = {},
): Promise<Run> {
  const written: string[] = [];
  const environment = { ...environmentFor(mode, slack, tencent), ...change };
  const terminal = {
    out: (text: string) => written.push(text),
    err: (text: string) => written.push(text),
  };
  const code = await doctorCommand(words, environment, terminal, options);
  const out = written.join("\n");
  for (const secret of Object.values(secrets)) expect(out).not.toContain(secret);
  expect(out).not.toMatch(/usersig=|eJ[\w*-]{30}/i);
  return { code, out, bad: out.split("\n").filter((line) => line.startsWith("bad ")) };
}

const figures = {
  tryMs: 1_000,
  retryMs: 0,
  bodyLimit: 1024 * 1024,
  slackMs: 1_000,
  storeMs: 1_000,
  partMs: 4_000,
};

describe("a set-up that works", () => {
  test.each(modes)("is good in every step, and ends with 0: %s", async (mode) => {
    const { code, out } = await run({}, {}, { mode });
    expect(out).not.toMatch(/^(bad|warning|not checked)/m);
    expect(out).toMatch(/\nAll is good\.$/);
    expect(code).toBe(0);
  });

  it("is told to programs by --json", async () => {
    const { code, out } = await run({}, {}, { words: ["--json"] });
    const { healthy, findings } = JSON.parse(out) as { healthy: boolean; findings: unknown[] };
    expect(healthy).toBe(true);
    expect(findings).toContainEqual({
      step: "Look-up",
      verdict: "good",
      what: expect.stringContaining("100004"),
    });
    expect(code).toBe(0);
  });

  it("leaves no connection of Socket Mode open", async () => {
    await run({}, {}, { mode: "socket" });
    await expect.poll(() => slack.sockets).toBe(0);
  });
});

/** Broken as in the field: what is changed, and what the first bad line has to name. */
const broken: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ["no token", { SLACK_BOT_TOKEN: "" }, /SLACK_BOT_TOKEN is missing/],
  [
    "wrong token",
    { SLACK_BOT_TOKEN: "xoxb-9-9-wrong" },
    /does not take SLACK_BOT_TOKEN \(invalid_auth\)/,
  ],
  [
    "signing secret that can't be one",
    { SLACK_SIGNING_SECRET: "xoxb-this-is-a-token" },
    /SLACK_SIGNING_SECRET can't be a signing secret/,
  ],
  [
    "key of another app",
    { TENCENT_SECRET_KEY: secretKey.toUpperCase() },
    /TENCENT_SECRET_KEY is the key of another app than 1400000000/,
  ],
  ["wrong SDKAppID", { TENCENT_SDK_APP_ID: "1400000999" }, /TENCENT_SDK_APP_ID is wrong/],
  [
    "non-admin identifier",
    { TENCENT_ADMIN: "somebody" },
    /somebody is not an administrator of app 1400000000: TENCENT_ADMIN is wrong/,
  ],
  [
    "Tencent unreachable",
    { TENCENT_API_URL: "http://127.0.0.1:9" },
    /127\.0\.0\.1:9 can't be reached/,
  ],
];

describe("the first bad line names the cause", () => {
  test.each(broken)("%s", async (_, change, cause) => {
    const { code, bad, out } = await run(change, { figures });
    expect(bad[0]).toMatch(cause);
    // One cause is one line, and something to do stands below it.
    expect(bad).toHaveLength(1);
    expect(out).toMatch(/^bad .*\n +Next: \S/m);
    expect(code).toBe(1);
  });

  test.each([
    ["lapsed plan", { planLapsed: true }, /plan of app 1400000000 has lapsed/],
    [
      "caller not allowed",
      { allowedCallers: ["192.0.2.7"] },
      /does not allow calls from this machine's address/,
    ],
    [
      "wrong region, where Tencent says so itself",
      { sdkAppId: sdkAppId + 1, appsElsewhere: [sdkAppId] },
      /app 1400000000 lives in another data centre .*: TENCENT_REGION is wrong/,
    ],
  ])("%s", async (_, state, cause) => {
    const like = await startTencentSimulator({ sdkAppId, secretKey, ...state });
    const { bad } = await run({ TENCENT_API_URL: like.url });
    await like.close();
    expect(bad).toEqual([expect.stringMatching(cause)]);
  });

  test("missing scope", async () => {
    const less = await startSlackSimulator({
      ...secrets,
      ...granted,
      scopes: granted.scopes.filter((scope) => scope !== "chat:write"),
    });
    const { bad } = await run({ SLACK_API_URL: less.apiUrl });
    await less.close();
    expect(bad).toEqual([expect.stringMatching(/lacks a scope: chat:write \(.*threads/)]);
  });

  test("wrong region", async () => {
    const china = await startTencentSimulator({ sdkAppId: sdkAppId + 1, secretKey });
    const options = {
      others: new Map([
        ["seoul", china.url],
        ["singapore", tencent.url],
      ] as const),
    };
    const { bad, out } = await run({ TENCENT_API_URL: china.url }, options);
    await china.close();
    expect(bad).toEqual([expect.stringMatching(/app 1400000000 lives in Singapore, not in /)]);
    expect(out).toContain("Next: Set TENCENT_REGION=singapore");
  });

  test("wrong region, heard by the client of a bot that runs", async () => {
    const china = await startTencentSimulator({ sdkAppId: sdkAppId + 1, secretKey });
    const reading = readTencentConfig({
      ...environmentFor("http", slack, tencent),
      TENCENT_API_URL: china.url,
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const client = connectTencent(reading.config, { ...defaults, silenceMs: 0 });
    const { signal } = new AbortController();
    const options = {
      ask: () => askWithClient(client, { limitMs: 1_000, signal }),
      others: new Map([["singapore", tencent.url]] as const),
    };
    const before = tencent.stats().queries;
    const { bad } = await run({ TENCENT_API_URL: china.url }, options);
    const asked = [china.stats().queries, tencent.stats().queries - before];
    await client.close();
    await china.close();
    expect(bad).toEqual([expect.stringMatching(/app 1400000000 lives in Singapore, not in /)]);
    expect(asked).toEqual([1, 1]);
  });

  test("wrong SDKAppID, where every data centre was asked", async () => {
    const options = { others: new Map([["singapore", tencent.url]] as const) };
    const { bad } = await run({ TENCENT_SDK_APP_ID: "1400000999" }, options);
    expect(bad).toEqual([
      expect.stringMatching(/no data centre of Tencent's knows app 1400000999/),
    ]);
  });

  test("an app that another data centre knows, by another key", async () => {
    const china = await startTencentSimulator({ sdkAppId: sdkAppId + 1, secretKey });
    const options = { others: new Map([["singapore", tencent.url]] as const) };
    const change = { TENCENT_API_URL: china.url, TENCENT_SECRET_KEY: secretKey.toUpperCase() };
    const { bad } = await run(change, options);
    await china.close();
    expect(bad).toEqual([
      expect.stringMatching(/does not know app 1400000000: TENCENT_SDK_APP_ID is wrong, or/),
    ]);
  });

  test("a gateway of Tencent's that has trouble", async () => {
    tencent.weather.set({ kind: "http", status: 502 });
    const { bad } = await run({}, { figures });
    expect(bad).toEqual([expect.stringMatching(/Data centre .* does not answer: .*502/)]);
  });

  test.each([
    ["ahead of", 10],
    ["behind", -10],
  ])("clock off: %s Tencent's", async (words, minutes) => {
    const { bad } = await run({}, { now: () => Date.now() + minutes * 60_000 });
    expect(bad).toEqual([expect.stringContaining(`clock is 10 minutes ${words} Tencent's`)]);
  });

  test("app token without its scope", async () => {
    const appScopes = ["authorizations:read"];
    const less = await startSlackSimulator({ ...secrets, ...granted, appScopes });
    const { bad } = await run({ SLACK_API_URL: less.apiUrl }, {}, { mode: "socket" });
    await less.close();
    expect(bad).toEqual([
      expect.stringMatching(/SLACK_APP_TOKEN \(missing_scope\): .* lacks connections:write/),
    ]);
  });

  test("wrong app token", async () => {
    const { bad } = await run({ SLACK_APP_TOKEN: "xapp-wrong" }, {}, { mode: "socket" });
    expect(bad).toEqual([expect.stringMatching(/does not take SLACK_APP_TOKEN \(invalid_auth\)/)]);
  });
});

describe("the store", () => {
  test.each([
    [
      "a folder that is a file",
      { DATA_DIR: programs.cli },
      /DATA_DIR can't be written \(ENOTDIR\)/,
    ],
    [
      "a PostgreSQL that is not there",
      { DATABASE_URL: "postgres://user:hidden-password@127.0.0.1:9/greenroom" },
      /PostgreSQL of DATABASE_URL can't be used \(ECONNREFUSED\)/,
    ],
  ])("%s", async (_, change, cause) => {
    const { bad, out } = await run(change);
    expect(bad).toEqual([expect.stringMatching(cause)]);
    expect(out).not.toContain("hidden-password");
  });

  it("is left as it was", async () => {
    const folder = temporaryFolder();
    await run({ DATA_DIR: folder });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("what is less than good", () => {
  test("scopes that nothing needs are a warning, and the exit code says so", async () => {
    const more = await startSlackSimulator({
      ...secrets,
      ...granted,
      scopes: [...granted.scopes, "files:read"],
    });
    const { code, out, bad } = await run({ SLACK_API_URL: more.apiUrl });
    await more.close();
    expect(bad).toEqual([]);
    expect(out).toMatch(/^warning +Scopes +.*files:read\n/m);
    expect(code).toBe(1);
  });

  test("a clock that is off by a minute is a warning", async () => {
    const { out, bad } = await run({}, { now: () => Date.now() + 60_000 });
    expect(bad).toEqual([]);
    expect(out).toMatch(/^warning +Clock +this machine's clock is 6[0-2] seconds ahead/m);
  });

  test("trouble of Tencent's own is no mistake of the operator's", async () => {
    tencent.weather.set({ kind: "code", code: 100001 });
    const { out, bad, code } = await run({}, { figures });
    expect(bad).toEqual([]);
    expect(out).toMatch(/^warning +Look-up +Tencent has trouble of its own \(code 100001\)/m);
    expect(code).toBe(1);
  });
});

describe("where little answers", () => {
  it("says so within the time that is set, and what it could not look at", async () => {
    tencent.weather.set({ kind: "hang" });
    slack.fault.webApi("auth.test", { kind: "hang" });
    const startedAt = performance.now();
    const { out, bad } = await run({}, { figures });
    const took = performance.now() - startedAt;
    expect(bad).toEqual([
      expect.stringMatching(/Data centre/),
      expect.stringMatching(/Slack token .*Slack can't be reached \(timed out\)/),
    ]);
    expect(out).toMatch(/^not checked +Look-up +the data centre can't be reached$/m);
    expect(took).toBeLessThan(4_000);
  });

  it("ends a part that does not end by itself, and says so", async () => {
    tencent.weather.set({ kind: "hang" });
    slack.fault.webApi("auth.test", { kind: "hang" });
    const endless = { ...figures, tryMs: 5_000, slackMs: 5_000, partMs: 300 };
    const { bad, out, code } = await run({}, { figures: endless });
    expect(bad).toEqual([
      expect.stringMatching(/Data centre +this came to no end within 0\.3 seconds$/),
      expect.stringMatching(/Slack token +this came to no end within 0\.3 seconds$/),
    ]);
    expect(out).toMatch(/^not checked +Look-up +the step before it came to no end$/m);
    expect(out).toMatch(/^good +Store /m);
    expect(code).toBe(1);
  });

  it("asks Tencent nothing where its settings are missing", async () => {
    const before = tencent.stats().queries;
    const { bad, out } = await run({ TENCENT_SECRET_KEY: "", SLACK_BOT_TOKEN: "" });
    expect(bad).toEqual([
      expect.stringMatching(/SLACK_BOT_TOKEN is missing/),
      expect.stringMatching(/TENCENT_SECRET_KEY is missing/),
    ]);
    expect(out).toMatch(/^not checked +Look-up/m);
    expect(tencent.stats().queries).toBe(before);
  });
});

describe("greenroom doctor, as a program", () => {
  it("prints its findings and ends with their exit code", async () => {
    const environment = environmentFor("http", slack, tencent);
    const program = runProgram(programs.cli, ["doctor"], environment);
    expect(await program.ended).toBe(0);
    expect(program.out).toMatch(/^good +Settings /);
    expect(program.err).toBe("");
  });

  it("explains a wrong word", async () => {
    const program = runProgram(programs.cli, ["doctor", "--loud"], {});
    expect(await program.ended).toBe(2);
    expect(program.err).toContain("--loud");
  });
});
