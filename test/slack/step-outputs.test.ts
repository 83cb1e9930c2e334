import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stepOutputs } from "../../src/slack/step-outputs.ts";
import { anyFailed, anyFound, anyMissing } from "../cards/arbitrary.ts";
import { bareRoom, fullRoom, liveRoom, moment } from "../cards/found.ts";

const anyOutputs = fc.oneof(anyFound, anyMissing, anyFailed).map(stepOutputs);

test("no text of a step can become a mention, hide what follows or go on for ever", () => {
  fc.assert(
    fc.property(anyOutputs, (outputs) => {
      const texts = Object.values(outputs).filter((value) => typeof value === "string");
      expect(texts.join("\n")).not.toMatch(/[<>\u202a-\u202e\u2066-\u2069]/u);
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(5_000);
    }),
  );
});

test("every number of a step is exact", () => {
  fc.assert(
    fc.property(anyOutputs, ({ entries = 0 }) => {
      expect(Number.isSafeInteger(entries)).toBe(true);
    }),
  );
});

const found = { kind: "found", id: liveRoom, requestId: "Id-1", asOf: moment } as const;

test("what Tencent did not say is left out", () => {
  expect(stepOutputs({ ...found, room: bareRoom })).toEqual({
    found: true,
    summary: "This room exists. Room ID: live-room. State: exists. RequestId Id-1",
    error_title: "",
  });
});

test("a number that Slack could only round is left out", () => {
  const room = { ...fullRoom, entries: 2n ** 60n };
  expect(stepOutputs({ ...found, room })).not.toHaveProperty("entries");
  expect(stepOutputs({ ...found, room: fullRoom }).entries).toBe(1234);
});
