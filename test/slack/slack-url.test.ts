import { describe, expect, test } from "vitest";
import { slackUrlCheck } from "../../src/slack/slack-url.ts";

describe("with Slack's own Web API, an answer may be posted to", () => {
  const isAllowed = slackUrlCheck("https://slack.com/api/");

  test.each([
    "https://hooks.slack.com/commands/T1/2/abc",
    "https://hooks.slack-gov.com/commands/T1/2/abc",
    "https://slack.com/x",
  ])("%s", (url) => expect(isAllowed(url)).toBe(true));

  test.each([
    "http://hooks.slack.com/commands/T1/2/abc",
    "https://hooks.slack.com:8443/commands/T1/2/abc",
    "https://user:password@hooks.slack.com/commands/T1/2/abc",
    "https://files.slack.com/x",
    "https://any-team.slack.com/x",
    "https://hooks.slack.com./x",
    "https://xn--slck-5qa.com/x",
    "https://[::ffff:7f00:1]/x",
    "https://2130706433/x",
    "https://notslack.com/x",
    "https://hooks.slack.com.example/x",
    "https://hooks.slack.com@evil.example/x",
    "http://127.0.0.1:3000/x",
    "http://localhost/x",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "hooks.slack.com",
    "",
  ])("and not to %j", (url) => expect(isAllowed(url)).toBe(false));
});

describe("with a stand-in on this machine, an answer may be posted to", () => {
  const isAllowed = slackUrlCheck("http://127.0.0.1:9001/api/");

  test.each([
    "http://127.0.0.1:9001/response/1",
    "http://127.0.0.1:9002/response/1",
    "http://localhost:9002/response/1",
    "http://[::1]:9002/response/1",
    "https://hooks.slack.com/commands/T1/2/abc",
  ])("%s", (url) => expect(isAllowed(url)).toBe(true));

  test.each(["http://10.0.0.1:9001/x", "ftp://127.0.0.1/x", "https://127.0.0.1.example/x"])(
    "and not to %j",
    (url) => expect(isAllowed(url)).toBe(false),
  );
});

test("with a Web API elsewhere, an answer may be posted to its own origin alone", () => {
  const isAllowed = slackUrlCheck("https://slack.proxy.example/api/");
  expect(isAllowed("https://slack.proxy.example/response/1")).toBe(true);
  expect(isAllowed("https://other.example/response/1")).toBe(false);
  expect(isAllowed("http://127.0.0.1/response/1")).toBe(false);
});
