import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { defaults } from "../../../src/defaults.ts";
import { createBreaker } from "../../../src/tencent/breaker.ts";
import { createTencentClient } from "../../../src/tencent/client.ts";
import { createQuota, type Quota } from "../../../src/tencent/quota.ts";
import { createTransport } from "../../../src/tencent/transport.ts";
import { createUserSigSource } from "../../../src/tencent/user-sig.ts";
import { sdkAppId, secrets } from "../../support/stage.ts";
import { startTencentProcess } from "../../support/tencent-process.ts";

/** The quota, with how long each person waited for a slot. */
function watched(quota: Quota, waits: number[]): Quota {
  return {
    ...quota,
    async acquire(lane, signal) {
      const start = performance.now();
      const admission = await quota.acquire(lane, signal);
      if (lane === "person") waits.push(performance.now() - start);
      return admission;
    },
  };
}

it("people who ask into a saturating background wait 50 ms or less at the 99th percentile", async () => {
  const tencent = await startTencentProcess(10);
  const waits: number[] = [];
  const identifier = "administrator";
  const client = createTencentClient({
    breaker: createBreaker(defaults),
    ...defaults,
    sdkAppId,
    identifier,
    transport: createTransport({
      baseUrl: tencent.url,
      bodyLimit: 2 ** 20,
      connectTimeoutMs: 3_000,
    }),
    quota: watched(createQuota({ ...defaults, qps: 200, backgroundShare: 1 }), waits),
    userSig: createUserSigSource({
      sdkAppId,
      identifier,
      secretKey: secrets.secretKey,
      lifeSeconds: 3_600,
    }),
  });
  const background = new AbortController();
  const { signal } = new AbortController();
  setMaxListeners(0, background.signal, signal);
  const call = (lane: "person" | "background", until: AbortSignal) =>
    client.getRoomInfo("room-1", { lane, signal: until, deadline: performance.now() + 60_000 });
  const load = Array.from({ length: 5_000 }, () => call("background", background.signal));

  // Past the second of silence and the first round of slots, so that every slot is contended.
  await sleep(3_000);
  const people: Promise<unknown>[] = [];
  for (let person = 0; person < 300; person += 1) {
    people.push(call("person", signal));
    await sleep(20 + Math.random() * 30);
  }
  await Promise.all(people);
  background.abort();
  await Promise.all(load);

  const sorted = waits.toSorted((a, b) => a - b);
  expect(sorted).toHaveLength(300);
  expect(sorted[Math.ceil(sorted.length * 0.99) - 1]).toBeLessThanOrEqual(50);
  const { refused, mostInASlidingSecond } = await tencent.stats();
  expect(refused).toBe(0);
  expect(mostInASlidingSecond).toBeLessThanOrEqual(200);
  await client.close();
  await tencent.close();
});
