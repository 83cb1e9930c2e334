import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/ops/redact.ts";
import { hostileText } from "../cards/arbitrary.ts";
import { fastest } from "../support/fastest.ts";

const redact = createRedactor([]);

const userSig =
  "eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwsZAlgFIqjglO7FcoTglsSxVBUm-OCUvNSclPSe1OL4kMzexKDkjsTA5Iz2xKD25JLMstUiJl4urViE*";

describe("what has the form of a secret is taken out", () => {
  test.each([
    ["a bot token", "xoxb-1234567890-abcDEF"],
    ["a user token", "xoxp-1234567890-abcDEF"],
    ["a refresh token", "xoxe-1-abcDEF"],
    ["a rotated token", "xoxe.xoxb-1-abcDEF123"],
    ["a legacy token", "xoxs-1234"],
    ["an app token", "xapp-1-A0123-456-abcdef"],
    ["a token of a workflow step", "xwfp-1-abcdef"],
  ])("%s", (_, token) => {
    expect(redact(`before ${token} behind`)).toMatch(/^before \S*\[token\] behind$/);
    expect(redact(JSON.stringify({ token }))).not.toMatch(/abcDEF|abcdef|1234/);
  });

  test("a UserSig in a URL's query", () => {
    expect(redact(`identifier=admin&usersig=${userSig}&random=1`)).toBe(
      "identifier=admin&usersig=[signature]&random=1",
    );
  });

  test.each([`{"usersig":"${userSig}"}`, `userSig: ${userSig}`, `the signature ${userSig} is old`])(
    "a UserSig elsewhere: %s",
    (text) => {
      expect(redact(text)).not.toContain(userSig.slice(0, 20));
      expect(redact(text)).toContain("[signature]");
    },
  );
});

describe("of an address only the origin stays", () => {
  test.each([
    ["https://hooks.slack.com/commands/T1/2/abc", "https://hooks.slack.com/…"],
    ["https://example.com?sdkappid=1&usersig=x", "https://example.com/…"],
    ["https://example.com#token", "https://example.com/…"],
    ["http://127.0.0.1:3000/a/b?c=d", "http://127.0.0.1:3000/…"],
    ["wss://wss-primary.slack.com/link/?ticket=abc", "wss://wss-primary.slack.com/…"],
    ["HTTPS://hooks.slack.com/commands/T1/2/abc", "HTTPS://hooks.slack.com/…"],
    ["https://user:password@example.com/x", "https://example.com/…"],
    ["https:\\/\\/hooks.slack.com\\/commands\\/T1", "https://hooks.slack.com/…"],
    ["url=_https://hooks.slack.com/commands/T1", "url=_https://hooks.slack.com/…"],
  ])("%s", (address, expected) => {
    expect(redact(`POST ${address} failed`)).toBe(`POST ${expected} failed`);
  });

  test("in JSON, up to its quote", () => {
    const line = JSON.stringify({ url: "https://hooks.slack.com/commands/T1", next: "kept" });
    expect(redact(line)).toBe('{"url":"https://hooks.slack.com/…","next":"kept"}');
  });

  test("a line without any is left alone", () => {
    const line = '{"level":"info","room":"live-8821","requestId":"a/b?c=d","msg":"interaction"}';
    expect(redact(line)).toBe(line);
  });
});

describe("a known secret", () => {
  const known = fc.stringMatching(/^[0-9A-Za-z]{16,64}$/);

  test("never survives, whatever stands around it", () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1 }), hostileText, hostileText, (secrets, a, b) => {
        const clean = createRedactor(secrets);
        for (const secret of secrets) {
          expect(clean(`${a}${secret}${b}${secret}`)).not.toContain(secret);
        }
      }),
    );
  });

  test("that begins another is no reason to leave the rest of the other", () => {
    const long = "0123456789abcdeffedcba9876543210";
    expect(createRedactor([long.slice(0, 16), long])(`key ${long}.`)).toBe("key [secret].");
  });

  test("never survives in JSON, with any character that the configuration allows", () => {
    const allowed = fc.stringMatching(/^[\x21-\x7e]{16,64}$/);
    fc.assert(
      fc.property(allowed, (secret) => {
        const line = createRedactor([secret])(JSON.stringify({ a: `x ${secret} y` }));
        expect(line).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });

  test("that is empty takes nothing out", () => {
    expect(createRedactor([""])("abc")).toBe("abc");
  });
});

test("any text is redacted without an exception, and twice is as good as once", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const once = redact(text);
      expect(redact(once)).toBe(once);
    }),
  );
});

test.each(["a", "https://", "usersig=", "eJ", "xoxb-", "https://a/", "a.https:"])(
  "100 KB of %j are redacted within 50 ms",
  (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(fastest(50, () => redact(text))).toBeLessThan(50);
  },
);
