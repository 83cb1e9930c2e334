import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { addSampleRooms } from "../../simulator/tencent/sample-rooms.ts";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { ask, request, start } from "./tencent-caller.ts";

let simulator: TencentSimulator;

beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

async function textFor(roomId: string): Promise<string> {
  const response = await request(simulator.url, { body: JSON.stringify({ RoomId: roomId }) });
  return response.text();
}

test("a room answers with its fields in an OK envelope", async () => {
  simulator.rooms.create({ RoomId: "a b&<c>", RoomName: "Tea", CreateTime: 1, ViewCount: 10 });
  expect(await ask(simulator.url, "a b&<c>")).toEqual({
    ActionStatus: "OK",
    ErrorCode: 0,
    ErrorInfo: "",
    RequestId: expect.stringMatching(/^Id-[0-9a-f]{32}-O-Seq-\d+$/),
    Response: {
      RoomInfo: {
        RoomId: "a b&<c>",
        RoomName: "Tea",
        RoomType: "Live",
        Owner_Account: "host-1",
        CreateTime: 1,
        IsSeatEnabled: true,
        TakeSeatMode: "FreeToTake",
        MaxSeatCount: 8,
        MaxMemberCount: 300,
        IsMessageDisabled: false,
        CoverURL: "",
        Category: [],
        ActivityStatus: 0,
        ViewCount: 10,
        IsPublicVisible: true,
      },
    },
  });
});

test("every answer has a RequestId of its own", async () => {
  simulator.rooms.create({ RoomId: "r" });
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask(simulator.url, "r")));
  expect(new Set(answers.map((answer) => answer.RequestId)).size).toBe(50);
});

test("an owner given as a bigint is a bare integer, digit for digit", async () => {
  simulator.rooms.create({ RoomId: "r", Owner_Account: 144115233775727695n });
  expect(await textFor("r")).toContain('"Owner_Account":144115233775727695,');
});

test("an owner given as a string is a string", async () => {
  simulator.rooms.create({ RoomId: "r", Owner_Account: "144115233775727695" });
  expect(await textFor("r")).toContain('"Owner_Account":"144115233775727695",');
});

test("a field set to undefined is left out", async () => {
  simulator.rooms.create({ RoomId: "r", ViewCount: undefined });
  const answer = await ask(simulator.url, "r");
  expect(answer.Response?.RoomInfo).not.toHaveProperty("ViewCount");
});

test("an update shows in the next answer, and the ID stays", async () => {
  simulator.rooms.create({ RoomId: "r", ViewCount: 1 });
  simulator.rooms.update("r", { ViewCount: 2, RoomId: "other" });
  expect(await ask(simulator.url, "r")).toMatchObject({
    Response: { RoomInfo: { RoomId: "r", ViewCount: 2 } },
  });
});

test("a dissolved room is gone", async () => {
  simulator.rooms.create({ RoomId: "r" });
  expect(simulator.rooms.dissolve("r")).toBe(true);
  expect(simulator.rooms.dissolve("r")).toBe(false);
  expect(await ask(simulator.url, "r")).toMatchObject({ ErrorCode: 100004 });
});

test("the store refuses an ID that is taken, cannot be asked for, or is unknown", () => {
  const { rooms } = simulator;
  rooms.create({ RoomId: "r" });
  expect(() => rooms.create({ RoomId: "r" })).toThrow(/exists/);
  expect(() => rooms.create({ RoomId: "é" })).toThrow(TypeError);
  expect(() => rooms.create({ RoomId: "" })).toThrow(TypeError);
  expect(() => rooms.update("s", {})).toThrow(/no room/);
  expect(rooms.get("s")).toBeUndefined();
  expect(rooms.list().map((room) => room.RoomId)).toEqual(["r"]);
});

describe("the sample rooms", () => {
  beforeEach(() => addSampleRooms(simulator));

  test("live-room has the owner of Tencent's older sample as a bare integer", async () => {
    const text = await textFor("live-room");
    expect(text).toContain('"Owner_Account":144115233775727695,');
    expect(text).toContain('"RoomName":"Friday night karaoke"');
  });
  test("muted-room has its chat muted, in the documents' own type", async () => {
    expect(await ask(simulator.url, "muted-room")).toMatchObject({
      Response: { RoomInfo: { IsMessageDisabled: "true" } },
    });
  });
  test("hidden-room is not public", async () => {
    expect(await ask(simulator.url, "hidden-room")).toMatchObject({
      Response: { RoomInfo: { IsPublicVisible: false } },
    });
  });
  test("quiet-room has few fields", async () => {
    const answer = await ask(simulator.url, "quiet-room");
    expect(answer.Response?.RoomInfo).toEqual({
      RoomId: "quiet-room",
      RoomName: "Quiet reading",
      Owner_Account: "librarian",
      IsSeatEnabled: false,
    });
  });
  test("hostile-room has Slack markup and turns text around", async () => {
    const { Response } = await ask(simulator.url, "hostile-room");
    expect(Response?.RoomInfo?.RoomName).toMatch(/<!channel>.*\*bold\*.*<https:.*\|click>.*\u202E/);
  });
  test("live-8821 has fields that no older version knows", async () => {
    const { Response } = await ask(simulator.url, "live-8821");
    expect(Response?.RoomInfo).toHaveProperty("Notice");
  });
  test("no name is longer than the 100 bytes that Tencent allows", () => {
    const lengths = simulator.rooms.list().map((room) => Buffer.byteLength(room.RoomName ?? ""));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
  });
  test.each([
    ["unpaid-room", 60020],
    ["wrong-key-room", 70009],
    ["busy-room", 100001],
    ["blocked-room", 60021],
    ["gone-room", 100004],
  ])("%s answers %i", async (roomId, code) => {
    expect(await ask(simulator.url, roomId)).toMatchObject({ ErrorCode: code });
  });
  test("broken-room answers HTTP 502", async () => {
    const response = await request(simulator.url, { body: '{"RoomId":"broken-room"}' });
    expect(response.status).toBe(502);
    await response.text();
  });
  test.each(["slow-room", "hanging-room"])("%s does not answer at once", async (roomId) => {
    await expect(ask(simulator.url, roomId, AbortSignal.timeout(40))).rejects.toThrow(/timeout/i);
  });
});
