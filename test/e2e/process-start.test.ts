import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listen } from "../../simulator/network/listen.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { programs, runProgram } from "../support/program.ts";
import { environmentFor, modes, secrets, startStandIns } from "../support/stage.ts";

let slack: SlackSimulator;
let tencent: TencentSimulator;
beforeAll(async () => {
  ({ slack, tencent } = await startStandIns());
});
afterAll(() => Promise.all([slack.close(), tencent.close()]));

/** @returns what it said and how it ended; everything it was given is a secret */
async function failing(env: Readonly<Record<string, string>>) {
  const program = runProgram(programs.bot, [], env);
  const code = await program.ended;
  const said = program.out + program.err;
  for (const secret of Object.values(secrets)) expect(said).not.toContain(secret);
  return { code, said, program };
}

describe.concurrent("the program's start", () => {
  it("lists every problem of the configuration at once, prints no value, and ends with 1", async () => {
    const values = {
      SLACK_BOT_TOKEN: "xoxp-not-a-bot-token",
      SLACK_API_URL: "http://not-loopback.example/api/",
      TENCENT_SDK_APP_ID: "14e9-not-a-number",
      TENCENT_ADMIN: "not an account",
      TENCENT_QPS: "201",
      TENCENT_REGION: "atlantis",
      PORT: "70000",
      LOG_LEVEL: "loud",
      ROOM_PATTERNS: "{not json",
    };
    const { code, program } = await failing(values);
    expect(code).toBe(1);
    const missing = ["TENCENT_SECRET_KEY", "SLACK_SIGNING_SECRET"];
    for (const key of [...Object.keys(values), ...missing]) {
      expect(program.err).toMatch(new RegExp(`^ {2}${key} .+\\n +Where to get it: .+\\.$`, "m"));
    }
    expect(program.err).toContain(`has ${Object.keys(values).length + missing.length} problems`);
    for (const value of Object.values(values)) expect(program.err).not.toContain(value);
    expect(program.out).toBe("");
  });

  it.each(modes)(
    "with a wrong bot token says what to check, and ends with 1 (%s)",
    async (mode) => {
      const env = {
        ...environmentFor(mode, slack, tencent),
        SLACK_BOT_TOKEN: "xoxb-not-the-token",
      };
      const { code, said } = await failing(env);
      expect(code).toBe(1);
      expect(said).toContain("Check SLACK_BOT_TOKEN");
      expect(said).not.toContain("xoxb-not-the-token");
    },
  );

  it("with a wrong app token says what to check, and ends with 1", async () => {
    const env = { ...environmentFor("socket", slack, tencent), SLACK_APP_TOKEN: "xapp-not-it" };
    const { code, said } = await failing(env);
    expect(code).toBe(1);
    expect(said).toContain("SLACK_APP_TOKEN");
    expect(said).not.toContain("xapp-not-it");
  });

  it.each(modes)("with a port that is taken names PORT, and ends with 1 (%s)", async (mode) => {
    const other = createServer();
    const port = await listen(other, { port: 0, host: "127.0.0.1" });
    const env = { ...environmentFor(mode, slack, tencent), PORT: String(port) };
    const { code, said } = await failing(env);
    expect(code).toBe(1);
    other.close();
    expect(said).toContain(`Port ${port} is taken. Set PORT to a free one`);
  });

  it.each(modes)("where Slack can't be reached says so, and ends with 1 (%s)", async (mode) => {
    const nowhere = {
      ...environmentFor(mode, slack, tencent),
      SLACK_API_URL: "http://127.0.0.1:1/",
    };
    const { code, said } = await failing(nowhere);
    expect(code).toBe(1);
    expect(said).toContain("Check that this machine reaches Slack");
  });

  it("that is stopped while Slack does not answer ends with 0", async () => {
    const own = await startStandIns();
    own.slack.fault.webApi("auth.test", { kind: "hang" });
    const program = runProgram(programs.bot, [], environmentFor("http", own.slack, own.tencent));
    const lastCall = () => own.slack.calls.at(-1);
    await vi.waitFor(() => expect(lastCall()?.outcome).toBe("fault: hang"), { timeout: 5_000 });
    program.signal("SIGTERM");
    expect(await program.ended).toBe(0);
    await Promise.all([own.slack.close(), own.tencent.close()]);
  });
});
