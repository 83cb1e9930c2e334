import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { documentedElsewhere } from "../../src/tencent/catalogue/elsewhere.ts";
import { explainCode, explainFailure, readCode } from "../../src/tencent/catalogue/explain.ts";
import { codesToExplain, officialCodes } from "./official-codes.ts";

describe("a number that somebody met", () => {
  test.each(codesToExplain.map(({ code }) => code))("%i is explained", (code) => {
    expect(readCode(code)).toMatchObject({ kind: "explained", problem: { code } });
  });

  test("below zero is a client SDK's", () => {
    expect(readCode(-3301)).toEqual({ kind: "client", code: -3301, minusDropped: false });
    expect(readCode(-100_004)).toEqual({ kind: "client", code: -100_004, minusDropped: false });
  });

  test("3301 looks like a client SDK's whose minus was dropped", () => {
    expect(readCode(3301)).toEqual({ kind: "client", code: 3301, minusDropped: true });
  });

  test.each([90001, 1001])("%i is documented for another service", (code) => {
    expect(readCode(code)).toMatchObject({
      kind: "elsewhere",
      code,
      subject: expect.stringMatching(/Chat/),
    });
  });

  test("every other code that Tencent documents is told apart from an unknown one", () => {
    const explained = new Set(codesToExplain.map(({ code }) => code));
    const others = officialCodes.filter(({ code }) => !explained.has(code));
    expect(others.filter(({ code }) => documentedElsewhere(code) === undefined)).toEqual([]);
    expect(officialCodes.filter(({ code }) => readCode(code).kind === "undocumented")).toEqual([]);
  });

  test("999999 is in no table and in no band", () => {
    expect(readCode(999_999)).toMatchObject({
      kind: "undocumented",
      problem: { code: 999_999, family: "no family that we know" },
    });
  });

  test("0 is what Tencent says when all went well, so it is no undocumented error", () => {
    expect(readCode(0).kind).not.toBe("undocumented");
  });

  test("of any size is read as something", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (code) => {
        expect(readCode(code).kind).toMatch(/^(explained|elsewhere|client|success|undocumented)$/);
      }),
    );
  });
});

describe("a code that came with an answer and is in no table", () => {
  test.each([
    [60999, "REST gateway"],
    [70999, "account and signature"],
    [80999, "content and security"],
    [90999, "Chat messages"],
    [10199, "Chat groups"],
    [100999, "live rooms"],
    [102999, "live rooms"],
  ])("%i gets its band, %s, and no guess", (code, family) => {
    const problem = explainCode(code);
    expect(problem).toMatchObject({ code, family, audience: "operator" });
    expect(problem.meaning).toContain(String(code));
    expect(problem.meaning).toContain(family);
    expect(problem.meaning).toContain("not known");
    expect(problem.next).toContain("RequestId");
  });

  test.each([9999, 61000, 69999, 103000, -5, 999_999])(
    "%i is in no band, and that is said",
    (code) => {
      expect(explainCode(code).family).toBe("no family that we know");
    },
  );
});

describe("an answer that did not come", () => {
  test("has no number, and a family that says so", () => {
    expect(explainFailure({ name: "timed-out" })).toMatchObject({
      code: undefined,
      family: "no answer from Tencent",
    });
  });

  test.each([
    [1, "1 second."],
    [1000, "1 second."],
    [1001, "2 seconds."],
    [20_000, "20 seconds."],
  ])("because the line was full for %i ms says how long to wait: %s", (expectedWaitMs, words) => {
    expect(explainFailure({ name: "too-many-waiting", expectedWaitMs }).next).toContain(words);
  });

  test("because Tencent is left alone says what the last try met, who acts, and when it is tried", () => {
    const cause = { name: "name-not-found" } as const;
    const resting = explainFailure({ name: "circuit-open", cause, expectedWaitMs: 4_200 });
    expect(resting.meaning).toContain("“Tencent's address could not be found”");
    expect(resting.audience).toBe("operator");
    expect(resting.next).toContain("tried again in about 5 seconds");
    const probing = explainFailure({ name: "circuit-open", cause: { name: "timed-out" } });
    expect(probing.audience).toBe("tencent");
    expect(probing.next).toContain("tried again right now");
  });

  test("because of an HTTP status names it", () => {
    expect(explainFailure({ name: "http-status", status: 502 }).title).toContain("502");
  });
});
