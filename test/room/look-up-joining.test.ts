import { describe, expect, test } from "vitest";

import { createRoomLookup } from "../../src/room/look-up.ts";
import { stopReason } from "../../src/tencent/client.ts";
import { connectTencent } from "../../src/tencent/connect.ts";
import { defaults } from "../../src/defaults.ts";
import { SDK_APP_ID, SECRET_KEY, start } from "../simulator/tencent-caller.ts";
import { found, lookupOverClient, only, roomIdOf } from "./look-up-fixture.ts";

const id = roomIdOf("live-room");

describe("equal questions", () => {
  test("a thousand at once cost one query at Tencent's", async () => {
    const simulator = await start();
    simulator.rooms.create({ RoomId: "live-room", Owner_Account: 144115233775727695n });
    const client = connectTencent(
      {
        sdkAppId: SDK_APP_ID,
        secretKey: SECRET_KEY,
        identifier: "administrator",
        baseUrl: simulator.url,
        qps: 100,
        backgroundShare: 1,
      },
      { ...defaults, silenceMs: 0 },
    );
    const lookup = createRoomLookup({
      client,
      deadlineMs: defaults.lookUpDeadlineMs,
      rememberMs: defaults.rememberMs,
      rememberMissingMs: defaults.rememberMissingMs,
      rememberMost: defaults.rememberMost,
    });
    const results = await Promise.all(Array.from({ length: 1000 }, () => lookup.lookUp(id)));
    expect(simulator.stats().queries).toBe(1);
    expect(new Set(results).size).toBe(1);
    expect(results[0]).toMatchObject({ kind: "found", room: { owner: "144115233775727695" } });
    await client.close();
    await simulator.close();
  });

  test("asked fresh while one is under way are joined, too", () => {
    const { lookup, asked } = lookupOverClient();
    void lookup.lookUp(id);
    void lookup.lookUp(id, { fresh: true });
    expect(asked).toHaveLength(1);
  });

  test("of different rooms are not joined", () => {
    const { lookup, asked } = lookupOverClient();
    void lookup.lookUp(id);
    void lookup.lookUp(roomIdOf("other"));
    expect(asked).toHaveLength(2);
  });
});

describe("people and background work", () => {
  test("a person does not wait behind a background question about the same room", async () => {
    const { lookup, asked } = lookupOverClient();
    const background = lookup.lookUp(id, { lane: "background" });
    const person = lookup.lookUp(id);
    expect(asked.map(({ lane }) => lane)).toEqual(["background", "person"]);
    asked[1]?.answer(found("for the person"));
    expect(await person).toMatchObject({ room: { name: "for the person" } });
    asked[0]?.answer(found("for the background"));
    expect(await background).toMatchObject({ room: { name: "for the background" } });
  });

  test("background work joins a person's question, and its own", () => {
    const { lookup, asked } = lookupOverClient();
    void lookup.lookUp(id);
    void lookup.lookUp(id, { lane: "background" });
    expect(asked.map(({ lane }) => lane)).toEqual(["person"]);
    void lookup.lookUp(roomIdOf("other"), { lane: "background" });
    void lookup.lookUp(roomIdOf("other"), { lane: "background" });
    expect(asked).toHaveLength(2);
  });
});

describe("whoever leaves", () => {
  test("is told at once; the query goes on while somebody else waits", async () => {
    const { lookup, asked } = lookupOverClient();
    const leaver = new AbortController();
    const left = lookup.lookUp(id, { signal: leaver.signal });
    const stayed = lookup.lookUp(id, { signal: new AbortController().signal });
    leaver.abort(stopReason);
    expect(await left).toMatchObject({ kind: "failed", fault: { name: "stopping" } });
    expect(only(asked).signal.aborted).toBe(false);
    only(asked).answer(found("Friday"));
    expect(await stayed).toMatchObject({ kind: "found" });
  });

  test("last aborts the query, with the reason for leaving", async () => {
    const { lookup, asked } = lookupOverClient();
    const leavers = [new AbortController(), new AbortController()];
    const left = leavers.map(({ signal }) => lookup.lookUp(id, { signal }));
    for (const leaver of leavers) leaver.abort(stopReason);
    expect(only(asked).signal.aborted).toBe(true);
    expect(only(asked).signal.reason).toBe(stopReason);
    for (const result of await Promise.all(left)) expect(result.kind).toBe("failed");
  });

  test("does not take the query from somebody who has no signal to leave by", () => {
    const { lookup, asked } = lookupOverClient();
    void lookup.lookUp(id);
    const leaver = new AbortController();
    void lookup.lookUp(id, { signal: leaver.signal });
    leaver.abort();
    expect(only(asked).signal.aborted).toBe(false);
  });

  test("last leaves nothing to join: the next asker asks anew, and the old answer ends nothing", async () => {
    const { lookup, asked } = lookupOverClient();
    const leaver = new AbortController();
    const left = lookup.lookUp(id, { signal: leaver.signal });
    leaver.abort();
    const next = lookup.lookUp(id);
    expect(asked).toHaveLength(2);
    await left;
    void lookup.lookUp(id);
    expect(asked).toHaveLength(2);
    asked[1]?.answer(found("Friday"));
    expect(await next).toMatchObject({ kind: "found" });
  });

  test("before asking costs no query", async () => {
    const { lookup, asked } = lookupOverClient();
    const result = await lookup.lookUp(id, { signal: AbortSignal.abort(stopReason) });
    expect(result).toMatchObject({ kind: "failed", fault: { name: "stopping" } });
    expect(asked.filter(({ signal }) => !signal.aborted)).toEqual([]);
  });

  test("after the answer disturbs nothing", async () => {
    const { lookup, asked } = lookupOverClient();
    const asker = new AbortController();
    const result = lookup.lookUp(id, { signal: asker.signal });
    only(asked).answer(found("Friday"));
    expect(await result).toMatchObject({ kind: "found" });
    asker.abort();
    expect(only(asked).signal.aborted).toBe(false);
  });
});

test("fifty people who share one signal raise no warning of Node's", async () => {
  const warnings: string[] = [];
  const listen = (warning: Error): void => void warnings.push(warning.name);
  process.on("warning", listen);
  const { lookup } = lookupOverClient();
  const stop = new AbortController();
  const results = Array.from({ length: 50 }, () => lookup.lookUp(id, { signal: stop.signal }));
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  stop.abort(stopReason);
  await Promise.all(results);
  process.off("warning", listen);
  expect(warnings).toEqual([]);
});
