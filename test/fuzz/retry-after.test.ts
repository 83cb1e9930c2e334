import * as fc from "fast-check";
import { expect, test } from "vitest";
import { webApi } from "@slack/bolt";
import { longestRetryAfterMs, retryAfterMs } from "../../src/slack/retry-after.ts";
import { verdictOn } from "../../src/slack/watch-verdict.ts";
import { judgeWebApiError } from "../../src/slack/web-api-error.ts";
import { hostileText } from "../cards/arbitrary.ts";
import { findings } from "./fuzz.ts";

const digits = fc.stringMatching(/^\d{1,400}$/);
const told = fc.oneof(
  fc.nat(7_200).map(String),
  digits,
  fc
    .tuple(fc.constantFrom("-", "+", "0x", "1e", " ", "\t", "."), digits)
    .map((parts) => parts.join("")),
  fc
    .tuple(digits, fc.constantFrom(" ", "s", ".5", "e9", "e999", ", 5", "\n", "n"))
    .map((parts) => parts.join("")),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.constantFrom("", "NaN", "Infinity", "-Infinity", "null", "١٢", "５"),
  hostileText,
  fc.double(),
  fc.integer(),
  fc.anything(),
);

function isWait(ms: number | undefined): boolean {
  return ms === undefined || (Number.isSafeInteger(ms) && ms >= 1 && ms <= longestRetryAfterMs);
}

test("Retry-After: a wait is within its bounds, never shorter than what was told, or none", async () => {
  const property = fc.property(told, (header) => {
    const wait = retryAfterMs(header);
    if (!isWait(wait)) throw new Error(`a wait of ${wait}`);
    const isPlain = typeof header === "string" && /^\d+$/.test(header) && Number(header) > 0;
    if (isPlain && wait !== Math.min(Number(header) * 1000, longestRetryAfterMs)) {
      throw new Error(`a wait of ${wait} where ${header} s were told`);
    }
    // What Slack's client makes of a header: parseInt, without a limit and with a sign.
    const seconds = Number.parseInt(typeof header === "string" ? header : "", 10);
    const error = new webApi.WebAPIRateLimitedError(seconds);
    const again = judgeWebApiError(error);
    const later = verdictOn(error);
    if (again.kind !== "again" || !isWait(again.retryAfterMs)) throw new Error("not tried again");
    if (later.kind !== "later" || !isWait(later.afterMs)) throw new Error("not written later");
  });
  expect(await findings(property, { short: 5_000 })).toBe("");
});
