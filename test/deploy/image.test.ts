import { describe, expect, test } from "vitest";
import { slackVariables, tencentVariables } from "../../src/config/variables.ts";
import { healthz } from "../../src/ops/health.ts";
import { createLog } from "../../src/ops/log.ts";
import { createHttpServer } from "../../src/ops/server.ts";
import { runProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { dockerfile, imageEnvironment, lastOf, textOf } from "./files.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const variables = { ...slackVariables, ...tencentVariables };

describe("what gets into the image", () => {
  const ignored = textOf(".dockerignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  test("only what the Dockerfile copies from here: no .env, no data, no history", () => {
    const copied = dockerfile
      .filter(({ name, words }) => name === "COPY" && !words.includes("--from="))
      .flatMap(({ words }) => words.split(" ").slice(0, -1));
    expect(ignored[0]).toBe("*");
    expect(ignored.slice(1).toSorted()).toEqual(
      [...new Set(copied)].map((path) => `!${path}`).toSorted(),
    );
  });

  test("the last image has the licence beside the program", () => {
    expect(dockerfile.findLastIndex(({ words }) => words.includes("LICENSE"))).toBeGreaterThan(
      dockerfile.findLastIndex(({ name }) => name === "FROM"),
    );
  });

  test("no variable is set that holds a secret, and none that nobody reads", () => {
    const { NODE_ENV, ...ours } = imageEnvironment;
    expect(NODE_ENV).toBe("production");
    expect(Object.keys(ours)).toEqual(["DATA_DIR"]);
    expect(dockerfile.filter(({ name }) => name === "ARG")).toEqual([]);
  });
});

describe("how the image runs", () => {
  test("what is kept is on a volume, at the user's own folder", () => {
    const folder = imageEnvironment["DATA_DIR"];
    expect(lastOf("VOLUME")).toBe(folder);
    expect(lastOf("RUN")).toBe(`mkdir ${folder} && chown node:node ${folder}`);
    expect(lastOf("USER")).toBe("node");
  });

  test("it tells of the port on which the bot listens by itself", () => {
    expect(lastOf("EXPOSE")).toBe(String(variables.PORT.schema.parse(undefined)));
  });

  describe("its health check", () => {
    const command = JSON.parse(
      /CMD (\[.*\])$/.exec(lastOf("HEALTHCHECK"))?.[1] ?? "[]",
    ) as string[];

    async function exitCode(port: number): Promise<number | string> {
      // As a file, since runProgram starts files; the words are the same.
      const [node, flag, script = ""] = command;
      expect([node, flag]).toEqual(["node", "-e"]);
      const file = join(temporaryFolder(), "check.cjs");
      writeFileSync(file, script);
      return runProgram(file, [], { PORT: String(port) }).ended;
    }

    test("is content with a bot that is alive, and not with a port where nobody listens", async () => {
      const log = createLog({ level: "info", secrets: [], write: () => undefined });
      const server = createHttpServer({ "GET /healthz": healthz }, log);
      const port = await server.listen(0, "127.0.0.1");
      expect(await exitCode(port)).toBe(0);
      await server.close(0);
      expect(await exitCode(port)).toBe(1);
    });
  });
});
