import { expect, onTestFinished, test } from "vitest";

import type { TencentSimulatorOptions } from "../../simulator/tencent/server.ts";
import { call, request, SDK_APP_ID, sign, start } from "./tencent-caller.ts";

// What the app's state at Tencent makes of a query that is right in itself.

async function codeWith(options: Partial<TencentSimulatorOptions>, userSig = sign()) {
  const simulator = await start(options);
  onTestFinished(() => simulator.close());
  return (await call(simulator.url, { parameters: { usersig: userSig } })).ErrorCode;
}

test("an app of another data centre is told so: 60026", async () => {
  const options = { sdkAppId: 1400000009, appsElsewhere: [SDK_APP_ID] };
  expect(await codeWith(options)).toBe(60026);
});

test("a plan that has run out: 60020, and only to who can sign for the app", async () => {
  expect(await codeWith({ planLapsed: true })).toBe(60020);
  expect(await codeWith({ planLapsed: true }, sign("administrator", { key: "other" }))).toBe(70009);
});

test("an address that may not call: 60021, and one that may is answered", async () => {
  expect(await codeWith({ allowedCallers: ["192.0.2.7"] })).toBe(60021);
  expect(await codeWith({ allowedCallers: ["127.0.0.1"] })).toBe(100004);
});

test("the header Date tells the simulator's time", async () => {
  const simulator = await start({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
  onTestFinished(() => simulator.close());
  const { headers } = await request(simulator.url);
  expect(headers.get("date")).toBe("Fri, 02 Jan 2026 03:04:05 GMT");
});
