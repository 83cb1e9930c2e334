import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createUserSigSource } from "../../src/tencent/user-sig.ts";
import { call, SDK_APP_ID, SECRET_KEY, start } from "../simulator/tencent-caller.ts";

const hour = 3_600_000;
const startTime = 1_800_000_000_000;

function source(identifier = "administrator", secretKey = SECRET_KEY) {
  return createUserSigSource({
    sdkAppId: SDK_APP_ID,
    secretKey,
    identifier,
    lifeSeconds: 24 * 3600,
  });
}

describe("at Tencent's", () => {
  test("a signature is accepted, and one of another key, user or app is not", async () => {
    const simulator = await start({ administrators: ["administrator", "another-admin"] });
    simulator.rooms.create({ RoomId: "live-room" });
    const codeOf = async (usersig: string): Promise<unknown> =>
      (await call(simulator.url, { parameters: { usersig } })).ErrorCode;
    expect(await codeOf(source().current())).toBe(0);
    expect(await codeOf(source("administrator", "another key").current())).toBe(70009);
    expect(await codeOf(source("another-admin").current())).toBe(70013);
    await simulator.close();
  });

  test("a signature that is asked for over and over is good for the whole life of a service", async () => {
    vi.useFakeTimers({ now: startTime, toFake: ["Date"] });
    const simulator = await start();
    simulator.rooms.create({ RoomId: "live-room" });
    const signatures = source();
    const codes = new Set<unknown>();
    for (let days = 0; days <= 60; days += 0.5) {
      vi.setSystemTime(startTime + days * 24 * hour);
      const parameters = { usersig: signatures.current() };
      // oxlint-disable-next-line no-await-in-loop -- one half day after the other
      codes.add((await call(simulator.url, { parameters })).ErrorCode);
    }
    expect([...codes]).toEqual([0]);
    expect(simulator.stats().badSignatures).toBe(0);
    await simulator.close();
    vi.useRealTimers();
  });
});

describe("a source of signatures", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: startTime, toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("hands out the same one until it is 80 % of its life old, and then another", () => {
    const signatures = source();
    const first = signatures.current();
    vi.setSystemTime(startTime + 0.8 * 24 * hour - 1);
    expect(signatures.current()).toBe(first);
    vi.setSystemTime(startTime + 0.8 * 24 * hour);
    const second = signatures.current();
    expect(second).not.toBe(first);
    vi.setSystemTime(startTime + 1.5 * 24 * hour);
    expect(signatures.current()).toBe(second);
  });

  test("makes one new signature for many that were refused together", () => {
    const signatures = source();
    const refused = signatures.current();
    vi.setSystemTime(startTime + hour);
    const fresh = new Set<string>();
    for (let query = 0; query < 50; query += 1) {
      vi.setSystemTime(startTime + hour + query * 1000);
      fresh.add(signatures.renew(refused));
    }
    expect(fresh.size).toBe(1);
    expect(fresh.has(refused)).toBe(false);
    expect(fresh.has(signatures.current())).toBe(true);
  });

  test("makes another when the renewed one is refused as well", () => {
    const signatures = source();
    const first = signatures.current();
    vi.setSystemTime(startTime + hour);
    const second = signatures.renew(first);
    vi.setSystemTime(startTime + 2 * hour);
    expect(signatures.renew(second)).not.toBe(second);
  });

  test("counts the life of a renewed signature from its renewal", () => {
    const signatures = source();
    vi.setSystemTime(startTime + 10 * hour);
    const renewed = signatures.renew(signatures.current());
    vi.setSystemTime(startTime + 25 * hour);
    expect(signatures.current()).toBe(renewed);
  });

  test("signs anew when the clock was set back, since that signature is from the future", () => {
    const signatures = source();
    const first = signatures.current();
    vi.setSystemTime(startTime - hour);
    const second = signatures.current();
    expect(second).not.toBe(first);
    vi.setSystemTime(startTime - hour / 2);
    expect(signatures.current()).toBe(second);
  });
});
