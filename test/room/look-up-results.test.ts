import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { found, lookupOverClient, only, refused, roomIdOf } from "./look-up-fixture.ts";
import type { RoomAnswer } from "./look-up-fixture.ts";

const start = 1_800_000_000_000;
const id = roomIdOf("live-room");

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

async function resultOf(answer: RoomAnswer, afterMs = 0) {
  const { lookup, asked } = lookupOverClient();
  const result = lookup.lookUp(id);
  vi.advanceTimersByTime(afterMs);
  only(asked).answer(answer);
  return result;
}

describe("what a look-up comes to", () => {
  test("found: the room, its RequestId, and when it was read", async () => {
    expect(await resultOf(found("Friday"), 700)).toMatchObject({
      kind: "found",
      id,
      room: { id: "live-room", name: "Friday" },
      requestId: "r-1",
      asOf: start + 700,
    });
  });

  test("missing: 100004, with Tencent's words and RequestId", async () => {
    expect(await resultOf(refused(100004))).toEqual({
      kind: "missing",
      id,
      code: 100004,
      errorInfo: "words of Tencent's",
      requestId: "r-2",
      asOf: start,
    });
  });

  test("missing: OK without RoomInfo", async () => {
    expect(await resultOf({ kind: "ok", data: undefined, requestId: "r-3" })).toEqual({
      kind: "missing",
      id,
      code: 0,
      errorInfo: "",
      requestId: "r-3",
      asOf: start,
    });
  });

  test("failed: a code explained, with Tencent's words, RequestId and tries", async () => {
    expect(await resultOf(refused(60020))).toMatchObject({
      kind: "failed",
      problem: { code: 60020, family: "REST gateway" },
      fault: undefined,
      errorInfo: "words of Tencent's",
      requestId: "r-2",
      tries: 2,
    });
  });

  test("failed: no answer, explained in the same form", async () => {
    const fault = { name: "http-status", status: 502 } as const;
    expect(await resultOf({ kind: "fault", fault, tries: 3 })).toMatchObject({
      kind: "failed",
      problem: { code: undefined, family: "no answer from Tencent" },
      fault,
      requestId: undefined,
      tries: 3,
    });
  });
});

describe("the time for a look-up", () => {
  test("is over after 12 s: the query is aborted, and the asker told", async () => {
    const { lookup, asked } = lookupOverClient();
    const result = lookup.lookUp(id);
    vi.advanceTimersByTime(11_999);
    expect(only(asked).signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(only(asked).signal.aborted).toBe(true);
    expect(await result).toMatchObject({ kind: "failed", fault: { name: "out-of-time" } });
  });

  test("is handed on as the deadline of the query", () => {
    const { lookup, asked } = lookupOverClient();
    void lookup.lookUp(id, { lane: "background" });
    expect(only(asked)).toMatchObject({
      lane: "background",
      deadline: performance.now() + 12_000,
    });
  });

  test("leaves no timer behind once the answer came", async () => {
    // The cache takes a clock at 0 for no clock at all.
    vi.advanceTimersByTime(1_000);
    const { lookup, asked } = lookupOverClient();
    const result = lookup.lookUp(id);
    only(asked).answer(found("Friday"));
    await result;
    // What is remembered goes after 2 s; the time for a look-up would be over after 12.
    vi.advanceTimersByTime(2_010);
    expect(vi.getTimerCount()).toBe(0);
  });
});
