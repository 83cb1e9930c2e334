import { setTimeout as sleep } from "node:timers/promises";
import { defaults } from "../../src/defaults.ts";
import { createBreaker } from "../../src/tencent/breaker.ts";
import { createTencentClient } from "../../src/tencent/client.ts";
import type { Lane, Quota } from "../../src/tencent/quota.ts";
import { createTransport } from "../../src/tencent/transport.ts";
import { createUserSigSource } from "../../src/tencent/user-sig.ts";
import { onAsked } from "../lib/answers.ts";
import { limiterNamed } from "../lib/limiters.ts";
import { sdkAppId, secrets } from "../lib/place.ts";

// One limiter in a process of its own, with the client that Greenroom has: it can stall without
// holding up the server that counts.

const { LIMITER = "", LIMITER_QPS = "200", TENCENT_URL = "" } = process.env;

export interface Run {
  readonly answers: Readonly<Record<string, number>>;
  /** From the question to the right to send, in ms. */
  readonly waits: Readonly<Record<Lane, readonly number[]>>;
  /** CPU time of the whole run by look-up, in µs. */
  readonly cpu: number;
}

export interface Burst {
  readonly count: number;
  /** Holds the event loop up for 0.1 to 0.8 s every 1.7 s. */
  readonly stalls: boolean;
  readonly queryTimeoutMs: number;
}

export interface Mixed {
  /** Look-ups that nobody waits for, by the ms at which each begins. */
  readonly background: readonly number[];
  readonly person: readonly number[];
}

export interface Heap {
  readonly bytes: number;
  readonly cpu: number;
}

const waits: Record<Lane, number[]> = { person: [], background: [] };
const quota = watched(await limiterNamed(LIMITER, Number(LIMITER_QPS)));

/** The same quota, with each wait written down. */
function watched(inner: Quota): Quota {
  return {
    acquireNow(lane) {
      const slot = inner.acquireNow(lane);
      if (slot !== undefined) waits[lane].push(0);
      return slot;
    },
    async acquire(lane, signal) {
      const start = performance.now();
      const admission = await inner.acquire(lane, signal);
      waits[lane].push(performance.now() - start);
      return admission;
    },
    get waiting() {
      return inner.waiting;
    },
    get free() {
      return inner.free;
    },
    get used() {
      return inner.used;
    },
  };
}

function connect(queryTimeoutMs: number) {
  return createTencentClient({
    ...defaults,
    sdkAppId,
    identifier: "administrator",
    transport: createTransport({
      baseUrl: TENCENT_URL,
      bodyLimit: defaults.answerBodyLimit,
      connectTimeoutMs: defaults.connectTimeoutMs,
    }),
    quota,
    breaker: createBreaker(defaults),
    userSig: createUserSigSource({
      sdkAppId,
      secretKey: secrets.secretKey,
      identifier: "administrator",
      lifeSeconds: defaults.signatureLifeSeconds,
    }),
    queryTimeoutMs,
    // No second tries: a refusal is to be seen as one.
    shortestTryMs: Number.POSITIVE_INFINITY,
  });
}

const cpuTime = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

async function run(
  queryTimeoutMs: number,
  asking: (ask: (index: number, lane: Lane) => void) => Promise<void>,
): Promise<Run> {
  const client = connect(queryTimeoutMs);
  const answers: Record<string, number> = {};
  const asked: Promise<void>[] = [];
  waits.person = [];
  waits.background = [];
  const before = cpuTime();
  await asking((index, lane) => {
    const { signal } = new AbortController();
    const call = { lane, deadline: Number.MAX_SAFE_INTEGER, signal };
    const answered = client.getRoomInfo(`room-${index}`, call).then((answer) => {
      const kind =
        answer.kind === "ok"
          ? "ok"
          : answer.kind === "refused"
            ? `${answer.code}`
            : answer.fault.name;
      answers[kind] = (answers[kind] ?? 0) + 1;
    });
    asked.push(answered);
  });
  // Some limiters lose what they were given: nobody is to wait for that.
  const patience = new AbortController();
  const late = sleep((asked.length / Number(LIMITER_QPS)) * 1_500 + 15_000, undefined, {
    signal: patience.signal,
  }).catch(() => undefined);
  await Promise.race([Promise.all(asked), late]);
  patience.abort();
  const cpu = (cpuTime() - before) / asked.length;
  const lost = asked.length - Object.values(answers).reduce((sum, count) => sum + count, 0);
  if (lost > 0) answers["never sent"] = lost;
  await client.close();
  return { answers, waits, cpu };
}

onAsked("burst", async (about) => {
  const { count, stalls, queryTimeoutMs } = about as Burst;
  const stalling = stalls
    ? setInterval(() => {
        const end = performance.now() + 100 + Math.random() * 700;
        while (performance.now() < end);
      }, 1_700)
    : undefined;
  const result = await run(queryTimeoutMs, (ask) => {
    for (let index = 1; index <= count; index += 1) ask(index, "person");
    return Promise.resolve();
  });
  clearInterval(stalling);
  return result;
});

onAsked("mixed", async (about) => {
  const { background, person } = about as Mixed;
  const times = [
    ...background.map((at) => ({ at, lane: "background" as const })),
    ...person.map((at) => ({ at, lane: "person" as const })),
  ].toSorted((a, b) => a.at - b.at);
  return run(defaults.queryTimeoutMs, async (ask) => {
    const start = performance.now();
    for (const [index, { at, lane }] of times.entries()) {
      const wait = at - (performance.now() - start);
      // oxlint-disable-next-line no-await-in-loop -- the next one's time has not come
      if (wait > 1) await sleep(wait);
      ask(index + 1, lane);
    }
  });
});

onAsked("memory", (about): Heap => {
  const count = about as number;
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("start this with --expose-gc");
  gc();
  const before = process.memoryUsage().heapUsed;
  const start = cpuTime();
  for (let index = 0; index < count; index += 1) {
    void quota.acquire("background", new AbortController().signal);
  }
  const cpu = (cpuTime() - start) / count;
  gc();
  return { bytes: (process.memoryUsage().heapUsed - before) / count, cpu };
});
process.stdout.write("listening\n");
