import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readLine } from "../../../playground/page/control/log/read-line.ts";

test("a line of the bot's log", () => {
  const line = `{"level":"warn","time":"2026-11-22T21:23:04.000Z","error":{"message":"late"},"user":"U1","msg":"no luck"}\n`;
  expect(readLine(line, { locale: "en-GB", timeZone: "Asia/Kolkata" })).toEqual({
    kind: "entry",
    time: "02:53:04",
    level: "warn",
    message: "no luck",
    fields: [
      { name: "error", value: '{"message":"late"}' },
      { name: "user", value: "U1" },
    ],
  });
});

test.each(["(node:1) Warning", "", "null", "[1]", '"words"', '{"cut'])(
  "%j is no line of the bot's and stays as it is",
  (text) => {
    expect(readLine(text)).toEqual({ kind: "raw", text });
  },
);

test("a line without a time, level or message has the rest", () => {
  const fields = [{ name: "port", value: "3000" }];
  const empty = { kind: "entry", time: "", level: "", message: "", fields };
  expect(readLine('{"port":3000}')).toEqual(empty);
  expect(readLine('{"port":3000,"time":"some day"}')).toEqual(empty);
});

test("any line can be read", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
      expect(["entry", "raw"]).toContain(readLine(line).kind);
    }),
  );
});
