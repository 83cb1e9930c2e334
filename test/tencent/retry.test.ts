import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { FaultName } from "../../src/tencent/fault.ts";
import {
  mostTriesOfCode,
  ruleForCode,
  ruleForFault,
  waitBeforeRetry,
  type RetryRule,
} from "../../src/tencent/retry.ts";
import { officialCodes } from "./official-codes.ts";

// The rows of the retry table, gathered from Tencent's documents 34348, 60027 and 63398.
const again = [60008, 60013, 60014, 70169, 70202, 70500, 100001, 10002];
const afterASecond = [60007, 60011, 60018, 60019, 60022, 100012, 10006];
const withAFreshSignature = [70001, 60004, 60005];
const table = new Set([...again, ...afterASecond, ...withAFreshSignature]);

const least = (): number => 0;
const most = (): number => 1 - Number.EPSILON;

/** The waits between the tries of a question that goes on meeting the same answer. */
function waitsOf(rule: RetryRule, random: () => number): number[] {
  const waits: number[] = [];
  for (let tries = 1; tries <= 10; tries += 1) {
    const wait = waitBeforeRetry(rule, tries, random);
    if (wait === undefined) break;
    waits.push(wait);
  }
  return waits;
}

describe("each row of the table", () => {
  test.each(again)("%i is tried again two or three times, with longer and longer waits", (code) => {
    const waits = waitsOf(ruleForCode(code), least);
    expect(waits.length).toBeGreaterThanOrEqual(2);
    expect(waits.length).toBeLessThanOrEqual(3);
    expect(waits.every((wait, index) => wait > (waits[index - 1] ?? 0))).toBe(true);
  });

  test.each(afterASecond)("%i is tried again, a second or more later each time", (code) => {
    const waits = waitsOf(ruleForCode(code), least);
    expect(waits.length).toBeGreaterThanOrEqual(1);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
  });

  test.each(withAFreshSignature)("%i is tried once more, with a fresh signature", (code) => {
    expect(ruleForCode(code)).toBe("fresh-signature");
    expect(waitsOf(ruleForCode(code), most)).toHaveLength(1);
  });

  test("70050, a lock, is never tried again by itself", () => {
    expect(waitsOf(ruleForCode(70050), least)).toEqual([]);
  });

  test("60028 looks like a rate limit and is a daily cap: it is never tried again", () => {
    expect(waitsOf(ruleForCode(60028), least)).toEqual([]);
  });

  test("every other code that Tencent documents is never tried again", () => {
    const others = officialCodes.filter(({ code }) => !table.has(code));
    expect(others.length).toBeGreaterThan(300);
    expect(others.filter(({ code }) => ruleForCode(code) !== "never")).toEqual([]);
  });

  test("a code in no table is never tried again", () => {
    fc.assert(
      fc.property(fc.integer(), (code) => {
        fc.pre(!table.has(code));
        expect(mostTriesOfCode(code)).toBe(1);
      }),
    );
  });
});

describe("an answer that did not come", () => {
  test.each<FaultName>([
    "timed-out",
    "could-not-connect",
    "connection-refused",
    "connection-reset",
    "name-not-found",
    "unreadable",
  ])("%s is tried again", (name) => {
    expect(ruleForFault({ name })).toBe("backoff");
  });

  test.each<FaultName>([
    "tls-failed",
    "too-large",
    "out-of-time",
    "too-many-waiting",
    "circuit-open",
    "stopping",
  ])("%s is not tried again", (name) => {
    expect(ruleForFault({ name })).toBe("never");
  });

  test.each([
    [408, "backoff"],
    [429, "backoff"],
    [500, "backoff"],
    [502, "backoff"],
    [504, "backoff"],
    [599, "backoff"],
    [301, "never"],
    [400, "never"],
    [403, "never"],
    [404, "never"],
  ] as const)("HTTP %i: %s", (status, rule) => {
    expect(ruleForFault({ name: "http-status", status })).toBe(rule);
  });
});

describe("the waits", () => {
  test("are longer by chance, by half again at the most", () => {
    expect(waitsOf("backoff", least)).toEqual([200, 400]);
    for (const [index, wait] of waitsOf("backoff", most).entries()) {
      expect(wait).toBeGreaterThan(1.49 * 200 * 2 ** index);
      expect(wait).toBeLessThanOrEqual(1.5 * 200 * 2 ** index);
    }
  });

  test("differ as chance differs, always within their bounds", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (one, other) => {
          fc.pre(Math.abs(one - other) > 1e-9);
          const [first] = waitsOf("pause", () => one);
          const [second] = waitsOf("pause", () => other);
          expect(first).not.toBe(second);
          expect(first).toBeGreaterThanOrEqual(1000);
          expect(first).toBeLessThanOrEqual(1500);
        },
      ),
    );
  });

  test("the card says as many tries as are made", () => {
    expect(mostTriesOfCode(100001)).toBe(1 + waitsOf("backoff", least).length);
    expect(mostTriesOfCode(60011)).toBe(1 + waitsOf("pause", least).length);
    expect(mostTriesOfCode(70001)).toBe(2);
    expect(mostTriesOfCode(100004)).toBe(1);
  });
});
