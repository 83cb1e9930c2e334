import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flawOfHead, flawOfSignature, type SignedRequest } from "../../src/slack/signature.ts";

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
/** 2018-11-23, in seconds: the moment of the example in Slack's documents. */
const now = 1_531_420_618;
const body = Buffer.from("token=xyzz&team_id=T1DC2JH3J&command=%2Froom&text=live-8821");

function sign(text: Buffer, timestamp: string, key = secret): string {
  return `v0=${createHmac("sha256", key).update(`v0:${timestamp}:`).update(text).digest("hex")}`;
}

function signed(at = now, key = secret): SignedRequest {
  return { signature: sign(body, String(at), key), timestamp: String(at), body };
}

const flaw = (request: SignedRequest, secrets = [secret], atMs = now * 1000) =>
  flawOfSignature(request, secrets, atMs);

describe("a request that is Slack's", () => {
  test("is taken", () => {
    expect(flaw(signed())).toBeUndefined();
  });

  test("is taken as in the example of Slack's documents", () => {
    // https://docs.slack.dev/authentication/verifying-requests-from-slack
    const example = {
      signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
      timestamp: "1531420618",
      body: Buffer.from(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
      ),
    };
    expect(flaw(example)).toBeUndefined();
  });

  test("is taken with either secret while one is rotated", () => {
    expect(flaw(signed(now, "old-secret"), ["old-secret", "new-secret"])).toBeUndefined();
    expect(flaw(signed(now, "new-secret"), ["old-secret", "new-secret"])).toBeUndefined();
    expect(flaw(signed(now, "old-secret"), ["new-secret"])).toBe("wrong");
  });

  test("is taken whatever bytes its body has", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const bytesBody = Buffer.from(bytes);
        const timestamp = String(now);
        const signature = sign(bytesBody, timestamp);
        expect(flaw({ signature, timestamp, body: bytesBody })).toBeUndefined();
      }),
    );
  });
});

describe("a request that is not Slack's", () => {
  test("has no signature or no time", () => {
    expect(flaw({ ...signed(), signature: undefined })).toBe("absent");
    expect(flaw({ ...signed(), timestamp: undefined })).toBe("absent");
  });

  test.each([
    ["", String(now)],
    ["v0=", String(now)],
    ["v0=abc", String(now)],
    [sign(body, String(now)).toUpperCase(), String(now)],
    [sign(body, String(now)).replace("v0=", "v1="), String(now)],
    [sign(body, String(now)).replace("v0=", ""), String(now)],
    [`${sign(body, String(now))}\n`, String(now)],
    [`${sign(body, String(now))}00`, String(now)],
    [sign(body, ""), ""],
    [sign(body, "NaN"), "NaN"],
    [sign(body, `-${now}`), `-${now}`],
    [sign(body, `${now}.5`), `${now}.5`],
    [sign(body, ` ${now}`), ` ${now}`],
    [sign(body, "1e9"), "1e9"],
    [sign(body, "0x5b4743ca"), "0x5b4743ca"],
  ])("is malformed: %s at %s", (signature, timestamp) => {
    expect(flaw({ signature, timestamp, body })).toBe("malformed");
  });

  test("is signed with another secret, or with none", () => {
    expect(flaw(signed(now, "another"))).toBe("wrong");
    expect(flaw(signed(), [])).toBe("wrong");
    expect(flaw(signed(now, ""), [secret])).toBe("wrong");
  });
});

describe("the time of a request", () => {
  test.each([
    [-301, "stale"],
    [-300, undefined],
    [0, undefined],
    [300, undefined],
    [301, "from-the-future"],
  ])("%d s from ours: %s", (offset, expected) => {
    expect(flaw(signed(now + offset))).toBe(expected);
  });

  test("is judged to the millisecond", () => {
    expect(flaw(signed(now - 300), [secret], now * 1000 + 1)).toBe("stale");
    expect(flaw(signed(now + 300), [secret], now * 1000 - 1)).toBe("from-the-future");
  });

  test("far away is no exception", () => {
    expect(flaw(signed(0))).toBe("stale");
    expect(flaw(signed(999_999_999_999))).toBe("from-the-future");
  });
});

describe("a head without its body", () => {
  test("is told from one that can't be Slack's, and proves nothing", () => {
    const { signature } = signed(now, "another");
    const head = (timestamp: string, of = signature) =>
      flawOfHead({ signature: of, timestamp }, now * 1000);
    expect(head(String(now))).toBeUndefined();
    expect(head(String(now - 301))).toBe("stale");
    expect(head(String(now + 301))).toBe("from-the-future");
    expect(head("soon")).toBe("malformed");
    expect(head(String(now), "v0=abc")).toBe("malformed");
    expect(flawOfHead({ signature, timestamp: undefined }, now * 1000)).toBe("absent");
  });
});

const changed = (text: string) =>
  fc
    .record({ at: fc.nat(text.length - 1), to: fc.string({ minLength: 1, maxLength: 1 }) })
    .map(({ at, to }) => text.slice(0, at) + to + text.slice(at + 1))
    .filter((other) => other !== text);

describe("any change to a signed request is refused", () => {
  test("of its signature", () => {
    const request = signed();
    fc.assert(
      fc.property(changed(sign(body, String(now))), (signature) => {
        expect(flaw({ ...request, signature })).toBeDefined();
      }),
    );
  });

  test("of its time", () => {
    const request = signed();
    fc.assert(
      fc.property(changed(String(now)), (timestamp) => {
        expect(flaw({ ...request, timestamp })).toBeDefined();
      }),
    );
  });

  test("of its body, by one bit, one byte more or one less", () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const other = Buffer.from(body);
        other[at] = (other[at] ?? 0) ^ bits;
        expect(flaw({ ...signed(), body: other })).toBe("wrong");
      }),
    );
    expect(flaw({ ...signed(), body: body.subarray(1) })).toBe("wrong");
    expect(flaw({ ...signed(), body: Buffer.concat([body, Buffer.from("&")]) })).toBe("wrong");
  });
});
