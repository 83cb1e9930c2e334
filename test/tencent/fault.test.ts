import { describe, expect, test } from "vitest";

import { faultNameOf, isNeverSent, type FaultName } from "../../src/tencent/fault.ts";

const coded = (code: string, more: object = {}): Error =>
  Object.assign(new Error("x"), { code }, more);

describe("what a socket throws", () => {
  test.each<[string, FaultName]>([
    ["ECONNREFUSED", "connection-refused"],
    ["ECONNRESET", "connection-reset"],
    ["EPIPE", "connection-reset"],
    ["UND_ERR_SOCKET", "connection-reset"],
    ["ENOTFOUND", "name-not-found"],
    ["EAI_AGAIN", "name-not-found"],
    ["UND_ERR_CONNECT_TIMEOUT", "could-not-connect"],
    ["ENETUNREACH", "could-not-connect"],
    ["EMFILE", "could-not-connect"],
    ["EHOSTUNREACH", "could-not-connect"],
    ["UND_ERR_HEADERS_TIMEOUT", "timed-out"],
    ["UND_ERR_BODY_TIMEOUT", "timed-out"],
    ["EPROTO", "tls-failed"],
  ])("%s is named %s", (code, name) => {
    expect(faultNameOf(coded(code))).toBe(name);
  });

  // Node's own list: https://nodejs.org/docs/latest-v20.x/api/tls.html#x509-certificate-error-codes
  test.each([
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_UNTRUSTED",
    "CERT_REJECTED",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "PATH_LENGTH_EXCEEDED",
    "HOSTNAME_MISMATCH",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_SSL_WRONG_VERSION_NUMBER",
  ])("%s is a connection that is not safe", (code) => {
    expect(faultNameOf(coded(code))).toBe("tls-failed");
  });

  test("is looked for in the cause as well", () => {
    const cause = coded("ENOTFOUND");
    expect(faultNameOf(new TypeError("fetch failed", { cause }))).toBe("name-not-found");
  });

  test.each([undefined, null, "text", 7, new Error("plain"), coded("ENEVERSEEN"), { code: 12 }])(
    "counts as a lost connection where nobody foresaw it (case %#)",
    (error) => {
      expect(faultNameOf(error)).toBe("connection-reset");
    },
  );
});

describe("a query that can't have left this machine", () => {
  test.each(["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT", "CERT_HAS_EXPIRED"])(
    "is one that met %s",
    (code) => {
      expect(isNeverSent(faultNameOf(coded(code)))).toBe(true);
    },
  );

  test.each(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "UND_ERR_HEADERS_TIMEOUT", "ENEVERSEEN"])(
    "is not one that met %s",
    (code) => {
      expect(isNeverSent(faultNameOf(coded(code)))).toBe(false);
    },
  );

  // An open connection can end like this as well, long after the query went out on it.
  test.each(["ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"])(
    "is not one whose connection was open when it met %s",
    (code) => {
      expect(isNeverSent(faultNameOf(coded(code, { syscall: "read" })))).toBe(false);
      expect(isNeverSent(faultNameOf(coded(code, { syscall: "connect" })))).toBe(true);
    },
  );
});
