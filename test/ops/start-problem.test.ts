import { describe, expect, test } from "vitest";
import { startProblem } from "../../src/ops/start-problem.ts";

const withCode = (code: string) => Object.assign(new Error(code), { code });
const fromSlack = (error: string) =>
  Object.assign(new Error("An API error occurred"), {
    code: "slack_webapi_platform_error",
    data: { ok: false, error },
  });

describe("what to do about an error at the start", () => {
  test.each([
    ["EADDRINUSE", /Port 3000 is taken\. Set PORT/],
    ["EACCES", /Port 3000 is not allowed.*above 1023/],
    ["EADDRNOTAVAIL", /HOST/],
    ["ENOTFOUND", /reaches Slack/],
  ])("%s", (code, advice) => {
    expect(startProblem(withCode(code), 3000, "0.0.0.0")).toMatch(advice);
  });

  test.each([
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "not_allowed_token_type",
  ])("Slack's %s is about a token", (error) => {
    expect(startProblem(fromSlack(error), 3000, "0.0.0.0")).toMatch(
      /token.*SLACK_BOT_TOKEN.*SLACK_APP_TOKEN/,
    );
  });

  test("another of Slack's errors is named", () => {
    expect(startProblem(fromSlack("missing_scope"), 3000, "0.0.0.0")).toMatch(
      /^Slack answered missing_scope\./,
    );
  });

  test.each([undefined, null, "text", 3, {}, { code: 3 }, { data: "x" }, { data: { error: 3 } }])(
    "anything else is advice too, never an exception (%#)",
    (error) => {
      expect(startProblem(error, 3000, "0.0.0.0")).toMatch(/\w+/);
    },
  );
});
