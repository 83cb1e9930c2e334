import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { flawOfSignature, timeTolerance, type SignedRequest } from "../../src/slack/signature.ts";
import { findings } from "./fuzz.ts";

/** A request as Slack signs it, and the clock of whoever gets it. */
interface Signed {
  readonly secret: string;
  readonly at: number;
  readonly skew: number;
  readonly body: Buffer;
}

/** Written anew from Slack's document, to know apart from the code what is right. */
function sign(secret: string, timestamp: string, body: Buffer, version = "v0"): string {
  const base = Buffer.concat([Buffer.from(`${version}:${timestamp}:`), body]);
  return `${version}=${createHmac("sha256", secret).update(base).digest("hex")}`;
}

const hex = "0123456789abcdef";
const secret = fc.string({ unit: fc.constantFrom(...hex), minLength: 32, maxLength: 32 });
const signed: fc.Arbitrary<Signed> = fc.record({
  secret,
  at: fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }),
  skew: fc.integer({ min: -timeTolerance, max: timeTolerance }),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.webQueryParameters().map((form) => Buffer.from(form)),
  ),
});

/** What somebody could change of it without the secret. */
const mutation = fc.oneof(
  fc.record({
    kind: fc.constant("body-byte"),
    where: fc.nat(),
    by: fc.integer({ min: 1, max: 255 }),
  }),
  fc.record({ kind: fc.constant("body-insert"), where: fc.nat(), by: fc.nat(255) }),
  fc.record({ kind: fc.constant("body-cut"), where: fc.nat(), by: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant("time-shift"),
    where: fc.integer({ min: -400, max: 400 }),
    by: fc.nat(),
  }),
  fc.record({ kind: fc.constantFrom("time-odd"), where: fc.nat(), by: fc.nat() }),
  fc.record({
    kind: fc.constant("signature-digit"),
    where: fc.nat(63),
    by: fc.integer({ min: 1, max: 15 }),
  }),
  fc.record({ kind: fc.constant("signature-odd"), where: fc.nat(), by: fc.nat() }),
  fc.record({ kind: fc.constant("boundary"), where: fc.nat(), by: fc.nat() }),
  fc.record({
    kind: fc.constant("replayed-late"),
    where: fc.integer({ min: 1, max: 1e9 }),
    by: fc.nat(1),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutated(request: Required<SignedRequest>, { kind, where, by }: Mutation): SignedRequest {
  const { signature = "", timestamp = "", body } = request;
  const at = body.length === 0 ? 0 : where % body.length;
  const pick = (list: readonly string[]): string => list[by % list.length] ?? "";
  switch (kind) {
    case "body-byte": {
      const other = Buffer.from(body);
      other[at] = (other[at] ?? 0) ^ by;
      return { ...request, body: other };
    }
    case "body-insert":
      return {
        ...request,
        body: Buffer.concat([body.subarray(0, at), Buffer.from([by]), body.subarray(at)]),
      };
    case "body-cut":
      return { ...request, body: Buffer.concat([body.subarray(0, at), body.subarray(at + by)]) };
    case "time-shift":
      return { ...request, timestamp: String(Number(timestamp) + where) };
    case "time-odd":
      return {
        ...request,
        timestamp: pick([
          `0${timestamp}`,
          ` ${timestamp}`,
          `${timestamp} `,
          `+${timestamp}`,
          `-${timestamp}`,
          `${timestamp}.0`,
          `${timestamp}\n`,
          `${timestamp}e0`,
          `0x${Number(timestamp).toString(16)}`,
          "",
          "NaN",
          "Infinity",
          `${timestamp}, ${timestamp}`,
          `٠${timestamp}`,
        ]),
      };
    case "signature-digit": {
      const digit = hex.indexOf(signature.charAt(3 + where));
      const next = hex.charAt((digit + by) % 16);
      return {
        ...request,
        signature: signature.slice(0, 3 + where) + next + signature.slice(4 + where),
      };
    }
    case "signature-odd":
      return {
        ...request,
        signature: pick([
          signature.toUpperCase(),
          signature.slice(3),
          signature.slice(0, -2),
          `${signature}00`,
          `${signature}\n`,
          ` ${signature}`,
          signature.replace("v0", "v1"),
          "v0=",
          `v0=${"0".repeat(64)}`,
          `${signature}, ${signature}`,
          sign("", timestamp, body),
          sign("undefined", timestamp, body),
          sign(`${where}`, timestamp, body),
        ]),
      };
    // A digit or a colon moved between the two, so that the joined text that is signed stays alike.
    case "boundary":
      return by % 2 === 0
        ? {
            ...request,
            timestamp: timestamp.slice(0, -1),
            body: Buffer.concat([Buffer.from(`${timestamp.slice(-1)}:`), body]),
          }
        : {
            ...request,
            timestamp: `${timestamp}:${body.subarray(0, 1).toString("latin1")}`,
            body: body.subarray(1),
          };
    case "replayed-late":
      return request;
  }
}

function fail(words: string): never {
  throw new Error(words);
}

function isSame(a: SignedRequest, b: SignedRequest): boolean {
  return a.signature === b.signature && a.timestamp === b.timestamp && a.body.equals(b.body);
}

test("signature: what Slack signed is taken, and nothing that was changed or comes late", async () => {
  const property = fc.property(signed, mutation, secret, (genuine, change, other) => {
    const { secret: key, at, skew, body } = genuine;
    const timestamp = String(at);
    const request = { signature: sign(key, timestamp, body), timestamp, body };
    const now = (at + skew) * 1000;
    if (flawOfSignature(request, [other, key], now) !== undefined)
      fail("a genuine one was refused");
    if (change.kind === "replayed-late") {
      const off = (timeTolerance * 1000 + change.where) * (change.by === 0 ? 1 : -1);
      if (flawOfSignature(request, [key], at * 1000 + off) === undefined)
        fail("taken off its time");
      return;
    }
    if (other !== key && flawOfSignature(request, [other], now) === undefined) {
      fail("taken with a secret that is not its own");
    }
    const forged = mutated(request, change);
    fc.pre(!isSame(forged, request));
    if (flawOfSignature(forged, [other, key], now) === undefined) fail("a forged one was taken");
  });
  expect(await findings(property, { short: 5_000, atLeast: 100_000 })).toBe("");
});
