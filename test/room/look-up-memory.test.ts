import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { LookUpOptions } from "../../src/room/look-up.ts";
import type { LookupResult } from "../../src/room/result.ts";
import { found, lookupOverClient, refused, roomIdOf } from "./look-up-fixture.ts";
import type { RoomAnswer } from "./look-up-fixture.ts";

const start = 1_800_000_000_000;
const id = roomIdOf("live-room");
let { lookup, asked } = lookupOverClient();

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  // The cache takes a clock at 0 for no clock at all.
  vi.advanceTimersByTime(1000);
  ({ lookup, asked } = lookupOverClient());
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks, and answers where the question came through to Tencent's client. */
async function ask(answer: RoomAnswer, options?: LookUpOptions): Promise<LookupResult> {
  const before = asked.length;
  const result = lookup.lookUp(id, options);
  if (asked.length > before) asked.at(-1)?.answer(answer);
  return result;
}

describe("an answer", () => {
  test("is remembered for 2 s, and says when it was read; then Tencent is asked again", async () => {
    const first = await ask(found("before"));
    vi.advanceTimersByTime(1990);
    expect(await ask(found("after"))).toEqual(first);
    expect(first.asOf).toBe(start + 1000);
    vi.advanceTimersByTime(20);
    expect(await ask(found("after"))).toMatchObject({
      room: { name: "after" },
      asOf: start + 3010,
    });
    expect(asked).toHaveLength(2);
  });

  test("is not remembered for longer because somebody asked", async () => {
    await ask(found("before"));
    vi.advanceTimersByTime(1500);
    await ask(found("between"));
    vi.advanceTimersByTime(600);
    expect(await ask(found("after"))).toMatchObject({ room: { name: "after" } });
  });

  test("that there is no such room is remembered, too", async () => {
    await ask(refused(100004));
    expect(await ask(found("after"))).toMatchObject({ kind: "missing" });
    expect(asked).toHaveLength(1);
  });

  test("that there is no such room is enough for background work for 10 s, and for nobody else", async () => {
    await ask(refused(100004));
    vi.advanceTimersByTime(9_000);
    expect(await ask(found("after"), { lane: "background" })).toMatchObject({ kind: "missing" });
    expect(await ask(found("after"))).toMatchObject({ kind: "found" });
    expect(await ask(found("later"), { lane: "background" })).toMatchObject({ kind: "found" });
  });

  test("for whoever wants it fresh is asked for, and remembered for the others", async () => {
    await ask(found("before"));
    expect(await ask(found("after"), { fresh: true })).toMatchObject({ room: { name: "after" } });
    expect(await ask(found("later"))).toMatchObject({ room: { name: "after" } });
    expect(asked).toHaveLength(2);
  });

  test("about another room is not taken for it, capital letters counting", async () => {
    await ask(found("before"));
    void lookup.lookUp(roomIdOf("Live-room"));
    expect(asked.map(({ roomId }) => roomId)).toEqual(["live-room", "Live-room"]);
  });

  test("is forgotten when too many others came after it", async () => {
    await ask(found("before"));
    for (let index = 0; index < 10; index += 1) {
      const other = lookup.lookUp(roomIdOf(`other-${index}`));
      asked.at(-1)?.answer(found("other"));
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await other;
    }
    expect(await ask(found("after"))).toMatchObject({ room: { name: "after" } });
  });
});

describe("a failure", () => {
  test.each<[string, RoomAnswer]>([
    ["refused", refused(60020)],
    ["without an answer", { kind: "fault", fault: { name: "timed-out" }, tries: 2 }],
  ])("is not remembered: %s", async (_, failure) => {
    expect(await ask(failure)).toMatchObject({ kind: "failed" });
    expect(await ask(found("after"))).toMatchObject({ kind: "found" });
    expect(asked).toHaveLength(2);
  });
});
