import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig, type Config } from "../../src/config.ts";
import { describeProblems, type Environment } from "../../src/config/read-all.ts";
import { fileKeyOf } from "../../src/config/secret-files.ts";
import { slackVariables, tencentVariables, type Variable } from "../../src/config/variables.ts";

const secrets = {
  SLACK_BOT_TOKEN: "xoxb-1-2-abc",
  SLACK_APP_TOKEN: "xapp-1-abc",
  SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99",
  TENCENT_SECRET_KEY: "5bd2850fff3ecb11d7c805251c51ee46",
  DATABASE_URL: "postgres://green:hunter2@127.0.0.1:5432/room",
} as const;
type Key = keyof typeof secrets;
const keys = Object.keys(secrets) as Key[];
const rest = { TENCENT_SDK_APP_ID: "1400000000", TENCENT_REGION: "singapore" } as const;

const folder = mkdtempSync(join(tmpdir(), "greenroom-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
function fileWith(text: string | Buffer): string {
  const path = join(folder, `secret-${(count += 1)}`);
  writeFileSync(path, text);
  return path;
}

/** Every secret from its variable but this one, which comes in a file. */
function inFile(key: Key, path: string): Environment {
  return { ...rest, ...secrets, [key]: undefined, [fileKeyOf(key)]: path };
}

function problemsOf(environment: Environment): string {
  const reading = readConfig(environment);
  return reading.ok ? "" : describeProblems(reading.problems);
}

function config(environment: Environment): Config {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(describeProblems(reading.problems));
  return reading.config;
}

test("these are all secrets there are", () => {
  const all: Readonly<Record<string, Variable>> = { ...slackVariables, ...tencentVariables };
  const named = Object.keys(all).filter((key) => all[key]?.isSecret === true);
  expect(named.toSorted()).toEqual(keys.toSorted());
});

describe("a secret in a file", () => {
  test.each(keys)("counts as if it stood in %s", (key) => {
    expect(config(inFile(key, fileWith(secrets[key])))).toEqual(config({ ...rest, ...secrets }));
  });

  test.each(["\n", "\r\n", " \n\n", "\ufeff"])("may have %j around it", (around) => {
    const text = `${around}${secrets.SLACK_BOT_TOKEN}${around}`;
    const { botToken } = config(inFile("SLACK_BOT_TOKEN", fileWith(text))).slack;
    expect(botToken).toBe(secrets.SLACK_BOT_TOKEN);
  });

  test("may be several signing secrets, while one is rotated", () => {
    const environment = inFile("SLACK_SIGNING_SECRET", fileWith("old,new\n"));
    const { mode } = config({ ...environment, SLACK_APP_TOKEN: undefined }).slack;
    expect(mode).toEqual({ kind: "http", signingSecrets: ["old", "new"] });
  });

  test("is left out by an empty name, as compose files leave it", () => {
    const environment = { ...rest, ...secrets, SLACK_BOT_TOKEN_FILE: " " };
    expect(config(environment)).toEqual(config({ ...rest, ...secrets }));
  });

  test("is for secrets alone", () => {
    const environment = { ...rest, ...secrets, PORT_FILE: fileWith("4000") };
    expect(config(environment).port).toBe(3000);
  });
});

describe("what is wrong with a file is said once, in plain words and without its path", () => {
  test.each<[string, () => string, string]>([
    ["is absent", () => join(folder, "none"), "names a file that is not there"],
    ["is below a file", () => join(fileWith("x"), "y"), "names a file that is not there"],
    ["is a folder", () => folder, "names a folder: expected a file"],
    ["is empty", () => fileWith(""), "names a file that is empty"],
    ["is blank", () => fileWith(" \n"), "names a file that is empty"],
    ["is huge", () => fileWith("x".repeat(20_000)), "names a file that is too long for a secret"],
    ["has no name that a file can have", () => "a\0b", "names a file that can't be read"],
  ])("where it %s", (_, make, words) => {
    for (const key of keys) {
      const path = make();
      const text = problemsOf(inFile(key, path));
      expect(text).toContain("has 1 problem:");
      expect(text).toContain(`${fileKeyOf(key)} ${words}`);
      expect(text).not.toContain(path);
    }
  });

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)("where this user may not read it", () => {
    const path = fileWith("x");
    chmodSync(path, 0o000);
    expect(problemsOf(inFile("SLACK_BOT_TOKEN", path))).toContain("that this user may not read");
  });

  test.each<[Key, string | Buffer]>([
    ["SLACK_BOT_TOKEN", "xoxp-0123456789"],
    ["SLACK_APP_TOKEN", "xoxb-0123456789"],
    ["SLACK_SIGNING_SECRET", "two words 0123456789"],
    ["TENCENT_SECRET_KEY", Buffer.from([0xff, 0xfe, 0x30, 0x31])],
    ["DATABASE_URL", "mysql://green:hunter2@127.0.0.1/room"],
  ])("where its text is none for %s, and the text is not printed", (key, text) => {
    const words = problemsOf(inFile(key, fileWith(text)));
    expect(words).toContain("has 1 problem:");
    expect(words).toContain(`${fileKeyOf(key)} names a file whose text does not fit: expected `);
    expect(words).not.toContain(text.toString());
  });

  test.each(keys)("where %s is set besides, though to the same", (key) => {
    const words = problemsOf({ ...rest, ...secrets, [fileKeyOf(key)]: fileWith(secrets[key]) });
    expect(words).toContain("has 1 problem:");
    expect(words).toContain(`${fileKeyOf(key)} is set, and so is ${key}: set one of the two`);
    expect(words).not.toContain(secrets[key]);
  });
});
