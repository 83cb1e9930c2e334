import { describe, expect, test } from "vitest";
import { createLog, describeError } from "../../src/ops/log.ts";

function logged(use: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []) {
  let text = "";
  use(createLog({ level: "info", secrets, write: (line) => void (text += line) }));
  return text;
}

describe("a line of the log", () => {
  test("is one line of JSON with time, level in a word, and message", () => {
    const text = logged((log) => log.info({ room: "live-1" }, "interaction"));
    expect(text).toMatch(/^\{.*\}\n$/);
    const line = JSON.parse(text) as Record<string, unknown>;
    expect(line).toMatchObject({ level: "info", room: "live-1", msg: "interaction" });
    expect(line["time"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Object.keys(line)).toHaveLength(4);
  });

  test("can't be broken in two by what somebody typed", () => {
    expect(
      logged((log) => log.info({ room: 'a\n{"level":"fatal"}' }, "b\nc")).match(/\n/g),
    ).toHaveLength(1);
  });

  test("holds no known secret, in whatever field, key or message", () => {
    const secret = "5f4dcc3b5aa765d61d8327deb882cf99";
    const text = logged(
      (log) => {
        log.info({ deep: [{ er: `a${secret}` }], [secret]: 1 }, `key ${secret}`);
        log.error({ error: new Error(secret, { cause: new Error(secret) }) });
      },
      [secret],
    );
    expect(text).not.toContain(secret);
    expect(text.match(/\[secret\]/g)).toHaveLength(5);
  });

  test("holds no secret with a quote or a backslash in it, which JSON writes otherwise", () => {
    const secret = 'ab"cd\\efghijkl';
    const text = logged((log) => log.info(`key ${secret}`), [secret]);
    expect(JSON.parse(text)).not.toHaveProperty("msg", `key ${secret}`);
  });
});

describe("what a log says of an error", () => {
  test("is its name, message, code and the first lines of its stack", () => {
    const error = Object.assign(new TypeError("broken"), { code: "ECONNRESET" });
    const told = describeError(error) as { stack: string[] };
    expect(told).toMatchObject({ name: "TypeError", message: "broken", code: "ECONNRESET" });
    expect(told.stack.length).toBeLessThanOrEqual(5);
    expect(told.stack[0]).toMatch(/^at /);
  });

  test("is its causes too", () => {
    const error = new Error("outer", { cause: new Error("inner", { cause: "text" }) });
    expect(describeError(error)).toMatchObject({
      message: "outer",
      cause: { message: "inner", cause: { message: "text" } },
    });
  });

  test("is nothing of what else it carries, such as requests and headers", () => {
    const error = Object.assign(new Error("broken"), {
      request: { headers: { authorization: "private" } },
      data: "private",
    });
    expect(JSON.stringify(describeError(error))).not.toContain("private");
  });

  test.each([["a text"], [undefined], [null], [12n], [Symbol("s")], [Object.create(null)]])(
    "that is no Error is a message, whatever was thrown (%#)",
    (thrown: unknown) => {
      expect(describeError(thrown)).toEqual({ message: expect.any(String) as unknown });
    },
  );

  test("that is its own cause comes to an end", () => {
    const error = new Error("round");
    error.cause = error;
    expect(JSON.stringify(describeError(error))).toContain("round");
  });
});
