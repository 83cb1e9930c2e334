import { describe, expect, test } from "vitest";
import { createLog } from "../../src/ops/log.ts";
import { createBoltLogger } from "../../src/slack/bolt-logger.ts";

function logged(level: string, use: (logger: ReturnType<typeof createBoltLogger>) => void) {
  const lines: { level: string; msg: string }[] = [];
  const log = createLog({
    level,
    secrets: [],
    write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]),
  });
  use(createBoltLogger(log));
  return lines.map(({ level: name, msg }) => `${name} ${msg}`);
}

describe("what Bolt writes to our log", () => {
  test("debug lines are dropped at any level, since they hold whole messages", () => {
    expect(logged("debug", (logger) => logger.debug("payload", { text: "private" }))).toEqual([]);
  });

  test("info lines are only of interest when debugging", () => {
    expect(logged("debug", (logger) => logger.info("connected"))).toEqual(["debug connected"]);
    expect(logged("info", (logger) => logger.info("connected"))).toEqual([]);
  });

  test("warnings and errors keep their level", () => {
    expect(
      logged("info", (logger) => {
        logger.warn("slow", 3);
        logger.error("broken");
      }),
    ).toEqual(["warn slow 3", "error broken"]);
  });

  test("of an error only its message is written, none of what it carries", () => {
    const error = Object.assign(new Error("post failed"), { config: { token: "private" } });
    expect(logged("info", (logger) => logger.error("Bolt:", error))).toEqual([
      "error Bolt: post failed",
    ]);
  });

  test("of an object none of its fields are written", () => {
    const [line] = logged("info", (logger) => logger.warn({ body: "private" }));
    expect(line).not.toContain("private");
  });

  test.each([
    undefined,
    null,
    Symbol("s"),
    12n,
    Object.create(null) as object,
    {
      toString() {
        throw new Error("no text");
      },
    },
  ])("no argument is an exception (%#)", (part) => {
    expect(logged("info", (logger) => logger.error("Bolt:", part))).toHaveLength(1);
  });

  test("its level and name can't be changed from outside", () => {
    expect(
      logged("info", (logger) => {
        logger.setName("other");
        logger.setLevel(logger.getLevel());
        logger.debug("still dropped");
      }),
    ).toEqual([]);
  });
});
