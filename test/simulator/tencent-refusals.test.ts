import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { call, request, SDK_APP_ID, sign, start } from "./tencent-caller.ts";
import type { Call } from "./tencent-caller.ts";

let simulator: TencentSimulator;

beforeAll(async () => {
  simulator = await start();
  simulator.rooms.create({ RoomId: "live-room" });
  simulator.rooms.create({ RoomId: "~".repeat(48) });
});
afterAll(() => simulator.close());

const refusals: readonly [name: string, code: number, wanted: Call][] = [
  ["an unknown command", 60009, { path: "/v4/live_engine_http_srv/get_room" }],
  ["a command in the wrong case", 60009, { path: "/v4/live_engine_http_srv/Get_Room_Info" }],
  ["a command that writes", 60009, { path: "/v4/live_engine_http_srv/destroy_room" }],
  ["a path outside the API", 60009, { path: "/" }],
  ["the controls, where they are not switched on", 60009, { path: "/_simulator/stats" }],
  ["a GET", 60002, { method: "GET" }],
  ["a missing sdkappid", 60012, { parameters: { sdkappid: null } }],
  ["a SdkAppId", 60012, { parameters: { sdkappid: null, SdkAppId: String(SDK_APP_ID) } }],
  ["a missing identifier", 60025, { parameters: { identifier: null } }],
  ["an empty identifier", 60025, { parameters: { identifier: "" } }],
  ["a missing usersig", 60025, { parameters: { usersig: null } }],
  ["a UserSig parameter in the wrong case", 60025, { parameters: { usersig: null, UserSig: "x" } }],
  ["a missing contenttype", 60025, { parameters: { contenttype: null } }],
  ["contenttype=JSON", 60025, { parameters: { contenttype: "JSON" } }],
  ["contenttype=xml", 60025, { parameters: { contenttype: "xml" } }],
  ["a missing random", 60002, { parameters: { random: null } }],
  ["a random beyond 32 bits", 60002, { parameters: { random: "4294967296" } }],
  ["a negative random", 60002, { parameters: { random: "-1" } }],
  ["a random with a fraction", 60002, { parameters: { random: "0.5" } }],
  ["a random in another notation", 60002, { parameters: { random: "1e3" } }],
  ["an sdkappid that is no number", 60006, { parameters: { sdkappid: "my-app" } }],
  ["an unknown sdkappid", 70020, { parameters: { sdkappid: "1400000002" } }],
  ["a malformed identifier", 60010, { parameters: { identifier: "admin@example" } }],
  ["an identifier of 33 bytes", 60010, { parameters: { identifier: "a".repeat(33) } }],
  ["an identifier that is no administrator", 60010, { parameters: { identifier: "alice" } }],
  ["an identifier in the wrong case", 60010, { parameters: { identifier: "Administrator" } }],
  ["an empty body", 60003, { body: "" }],
  ["a trailing comma", 60003, { body: '{"RoomId":"live-room",}' }],
  ["a form", 60003, { body: "RoomId=live-room" }],
  ["a body that is no UTF-8", 60003, { body: Uint8Array.of(0x22, 0xff, 0x22) }],
  ["a byte order mark", 60003, { body: '\uFEFF{"RoomId":"live-room"}' }],
  ["a missing RoomId", 100002, { body: "{}" }],
  ["a roomid", 100002, { body: '{"roomid":"live-room"}' }],
  ["a body that is no object", 100002, { body: '["live-room"]' }],
  ["a body of null", 100002, { body: "null" }],
  ["a RoomId that is a number", 100002, { body: '{"RoomId":8821}' }],
  ["an empty RoomId", 100002, { body: '{"RoomId":""}' }],
  ["a RoomId of 49 bytes", 100002, { body: JSON.stringify({ RoomId: "~".repeat(49) }) }],
  ["a RoomId beyond ASCII", 100002, { body: '{"RoomId":"комната"}' }],
  ["a RoomId with a line break", 100002, { body: String.raw`{"RoomId":"live-room\n"}` }],
  ["a room that does not exist", 100004, { body: '{"RoomId":"gone-room"}' }],
  ["a RoomId in the wrong case", 100004, { body: '{"RoomId":"Live-Room"}' }],
  ["a RoomId with a blank at its end", 100004, { body: '{"RoomId":"live-room "}' }],
  ["the name of a thing that every object has", 100004, { body: '{"RoomId":"constructor"}' }],
];

describe("refused, with HTTP 200 and a FAIL envelope", () => {
  test.each(refusals)("%s: %i", async (_, code, wanted) => {
    const response = await request(simulator.url, wanted);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({
      ActionStatus: "FAIL",
      ErrorCode: code,
      ErrorInfo: expect.stringMatching(/\w/),
      RequestId: expect.stringMatching(/^Id-[0-9a-f]{32}-O-Seq-\d+$/),
    });
  });
});

describe("not refused", () => {
  test.each<[string, Call]>([
    ["a random of 0", { parameters: { random: "0" } }],
    ["a RoomId of 48 bytes", { body: JSON.stringify({ RoomId: "~".repeat(48) }) }],
    ["a field that the command does not know", { body: '{"RoomId":"live-room","More":[1]}' }],
  ])("%s", async (_, wanted) => {
    expect(await call(simulator.url, wanted)).toMatchObject({ ErrorCode: 0 });
  });
});

test("other administrators than the default one may be named", async () => {
  const other = await start({ administrators: ["root", "bot_1"] });
  const parameters = { identifier: "bot_1", usersig: sign("bot_1") };
  expect(await call(other.url, { parameters })).toMatchObject({ ErrorCode: 100004 });
  expect(await call(other.url)).toMatchObject({ ErrorCode: 60010 });
  await other.close();
});

test("the first mistake in the order of checks is the one that is named", async () => {
  // One after the other is put right.
  const parameters: Record<string, string | null> = {
    sdkappid: null,
    random: "x",
    identifier: "alice",
    usersig: "x",
  };
  const codes: unknown[] = [];
  const next = async (more: Call): Promise<void> => {
    codes.push((await call(simulator.url, { parameters, body: "", ...more })).ErrorCode);
  };
  await next({ path: "/v4/nothing", method: "GET" });
  await next({ method: "GET" });
  await next({});
  parameters.sdkappid = String(SDK_APP_ID);
  await next({});
  parameters.random = "7";
  await next({});
  parameters.identifier = "administrator";
  await next({});
  parameters.usersig = sign();
  await next({});
  await next({ body: "{}" });
  await next({ body: '{"RoomId":"gone-room"}' });
  expect(codes).toEqual([60009, 60002, 60012, 60002, 60010, 70003, 60003, 100002, 100004]);
});
