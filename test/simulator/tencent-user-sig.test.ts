import { deflateSync, inflateSync } from "node:zlib";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { call, SDK_APP_ID, SECRET_KEY, sign, start, tlsSigApi } from "./tencent-caller.ts";

let simulator: TencentSimulator;
let time: number;

beforeAll(async () => {
  simulator = await start({ now: () => time });
  simulator.rooms.create({ RoomId: "live-room" });
});
beforeEach(() => {
  time = Date.now();
  simulator.resetStats();
});
afterAll(() => simulator.close());

async function codeFor(usersig: string): Promise<unknown> {
  return (await call(simulator.url, { parameters: { usersig } })).ErrorCode;
}

function toBase64(usersig: string): string {
  return usersig.replaceAll("*", "+").replaceAll("-", "/").replaceAll("_", "=");
}

function remade(usersig: string, change: Readonly<Record<string, unknown>>): string {
  const inflated = inflateSync(Buffer.from(toBase64(usersig), "base64")).toString();
  const document: Record<string, unknown> = JSON.parse(inflated);
  return deflateSync(JSON.stringify({ ...document, ...change }))
    .toString("base64")
    .replaceAll("+", "*")
    .replaceAll("/", "-")
    .replaceAll("=", "_");
}

test("a signature made by Tencent's package is accepted", async () => {
  expect(await codeFor(sign())).toBe(0);
});

test("every life that the package signs is accepted, whatever its length in base64", async () => {
  const lives = Array.from({ length: 30 }, (_, index) => 60 + 7 ** (index % 9) + index);
  const codes = await Promise.all(lives.map((seconds) => codeFor(sign(undefined, { seconds }))));
  expect(new Set(codes)).toEqual(new Set([0]));
});

test("a signature with a user buffer is accepted, and not once the buffer is changed", async () => {
  const api = new tlsSigApi.Api(SDK_APP_ID, SECRET_KEY);
  const usersig = api.genPrivateMapKey("administrator", 300, 17, 255);
  expect(await codeFor(usersig)).toBe(0);
  expect(await codeFor(remade(usersig, { "TLS.userbuf": "AAAA" }))).toBe(70009);
});

describe("unreadable: 70003", () => {
  test("a signature cut off anywhere", async () => {
    const usersig = sign();
    const cuts = Array.from({ length: 20 }, (_, index) =>
      Math.floor((usersig.length * index) / 20),
    );
    const codes = await Promise.all(cuts.slice(1).map((end) => codeFor(usersig.slice(0, end))));
    expect(new Set(codes)).toEqual(new Set([70003]));
    expect(await codeFor(usersig.slice(0, -1))).toBe(70003);
  });
  test("a signature in plain base64", async () => {
    let usersig = sign();
    // Most have one of the three characters, and a few do not.
    for (let seconds = 100; toBase64(usersig) === usersig; seconds += 1) {
      usersig = sign(undefined, { seconds });
    }
    expect(await codeFor(toBase64(usersig))).toBe(70003);
  });
  test.each([
    ["words", "not-a-signature"],
    ["base64 of something not deflated", Buffer.from("hello world!").toString("base64")],
    ["deflated, but no JSON", deflateSync("hello world!!").toString("base64url")],
    ["a blank before it", ` ${sign()}`],
    ["no version", remade(sign(), { "TLS.ver": undefined })],
    ["an app that is a string", remade(sign(), { "TLS.sdkappid": String(SDK_APP_ID) })],
    ["no time", remade(sign(), { "TLS.time": undefined })],
    ["no HMAC", remade(sign(), { "TLS.sig": undefined })],
    ["a bomb", remade(sign(), { padding: "x".repeat(1_000_000) })],
  ])("%s", async (_, usersig) => {
    expect(await codeFor(usersig)).toBe(70003);
  });
});

test("another app's signature: 70014", async () => {
  expect(await codeFor(sign(undefined, { app: SDK_APP_ID + 1 }))).toBe(70014);
});

test("another account's signature: 70013", async () => {
  expect(await codeFor(sign("alice"))).toBe(70013);
});

test("a signature made with another key: 70009", async () => {
  expect(await codeFor(sign(undefined, { key: SECRET_KEY.toUpperCase() }))).toBe(70009);
});

test("a signature given a longer life by hand: 70009", async () => {
  expect(await codeFor(remade(sign(), { "TLS.expire": 999_999_999 }))).toBe(70009);
});

test("a signature at the end of its life: 70001, and not before", async () => {
  const issued = Math.floor(Date.now() / 1000);
  const usersig = sign();
  const seconds = 86_400;
  time = (issued + seconds) * 1000 - 1;
  expect(await codeFor(usersig)).toBe(0);
  // The second may have turned between the two clocks.
  time = (issued + seconds + 1) * 1000;
  expect(await codeFor(usersig)).toBe(70001);
});

test("bad signatures and different signatures are counted", async () => {
  const good = sign();
  await codeFor(good);
  await codeFor(good);
  await codeFor(sign("alice"));
  await codeFor("x");
  expect(simulator.stats()).toMatchObject({ queries: 4, badSignatures: 2, sigsSeen: 3 });
});
