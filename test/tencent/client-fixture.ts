import { vi } from "vitest";

import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { defaults } from "../../src/defaults.ts";
import { createBreaker, type Breaker } from "../../src/tencent/breaker.ts";
import {
  createTencentClient,
  type CallOptions,
  type TencentClient,
  type TencentClientOptions,
} from "../../src/tencent/client.ts";
import type { Quota } from "../../src/tencent/quota.ts";
import { createTransport, type Post } from "../../src/tencent/transport.ts";
import { createUserSigSource } from "../../src/tencent/user-sig.ts";
import { SDK_APP_ID, SECRET_KEY } from "../simulator/tencent-caller.ts";
import { quotaOf, settle } from "./quota-fixture.ts";

const realSetTimeout = setTimeout;

/** Timers and clocks are ours; sockets are real. */
export function useFakeClock(): void {
  vi.useFakeTimers({
    now: 1_800_000_000_000,
    toFake: ["setTimeout", "clearTimeout", "Date", "performance"],
  });
}

/** Lets the fake clock run, 20 ms in each real one, so that the sockets keep up with it. */
export async function quickly<T>(work: Promise<T>): Promise<T> {
  const state = { done: false };
  const end = (): void => {
    state.done = true;
  };
  work.then(end, end);
  while (!state.done) {
    // oxlint-disable-next-line no-await-in-loop -- time goes by step by step
    await new Promise((resolve) => {
      realSetTimeout(resolve, 1);
    });
    vi.advanceTimersByTime(20);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await settle();
  }
  return work;
}

/** Time in which nothing is asked, in one leap. */
export async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

export interface Sent extends Omit<Post, "query"> {
  readonly query: Readonly<Record<string, string>>;
  readonly at: number;
}

export interface Rig {
  readonly client: TencentClient;
  /** Each query as it was handed to the real transport. */
  readonly sent: readonly Sent[];
  readonly quota: Quota;
  readonly breaker: Breaker;
}

/** The real client, quota, signatures and transport against the simulator. */
export function rigFor(
  simulator: TencentSimulator,
  changes: Partial<TencentClientOptions> = {},
): Rig {
  const transport = createTransport({
    baseUrl: simulator.url,
    bodyLimit: 1_048_576,
    connectTimeoutMs: 3000,
  });
  const sent: Sent[] = [];
  const quota = changes.quota ?? quotaOf({ qps: 100 });
  const breaker = changes.breaker ?? createBreaker(defaults);
  const client = createTencentClient({
    sdkAppId: SDK_APP_ID,
    identifier: "administrator",
    transport: {
      post(query) {
        const fields = Object.fromEntries(new URLSearchParams(query.query));
        sent.push({ ...query, query: fields, at: performance.now() });
        return transport.post(query);
      },
      close: () => transport.close(),
    },
    userSig: createUserSigSource({
      sdkAppId: SDK_APP_ID,
      secretKey: SECRET_KEY,
      identifier: "administrator",
      lifeSeconds: 86_400,
    }),
    queryTimeoutMs: 5000,
    shortestFirstTryMs: 100,
    shortestTryMs: 3000,
    lockMs: 60_000,
    random: () => 0,
    longestLine: defaults.longestLine,
    ...changes,
    quota,
    breaker,
  });
  return { client, sent, quota, breaker };
}

/** A person's question with so much time, as RoomLookup would ask it. */
export function within(ms: number): CallOptions & { readonly controller: AbortController } {
  const controller = new AbortController();
  setTimeout(() => controller.abort("out-of-time"), ms);
  return {
    lane: "person",
    deadline: performance.now() + ms,
    signal: controller.signal,
    controller,
  };
}

/** The waits between the tries, in ms. */
export function gaps(sent: readonly Sent[]): number[] {
  return sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? Number.NaN));
}
