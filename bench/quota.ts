import { setTimeout as sleep } from "node:timers/promises";
import { startProxy } from "../simulator/network/proxy.ts";
import { startChild, type Child } from "./lib/child.ts";
import { atHand, ours, peerNames } from "./lib/limiters.ts";
import { built } from "./lib/place.ts";
import type { Question, Setting } from "./lib/question.ts";
import { figure, type Table } from "./lib/report.ts";
import { mean, percentile } from "./lib/statistics.ts";
import { startTencent } from "./lib/tencent.ts";
import type { Burst, Heap, Mixed, Run } from "./processes/limiter.ts";

/** Does a limiter hold what Tencent allows, as the server counts, and what does it yield? */

const qps = 200;

interface Scenario {
  readonly name: string;
  readonly full: Burst | Mixed;
  readonly quick?: Burst;
  readonly networkStalls?: boolean;
  /** Reach the server later than they are waited for: they are given up, and counted all the same. */
  readonly late?: boolean;
}

interface Outcome {
  readonly limiter: string;
  readonly most: number;
  readonly refused: number;
  /** Queries a second while there was work, from the first arrival to the last. */
  readonly rate: number;
  /** The mean time of an answer at the server, in s. */
  readonly answerS: number;
  readonly queries: number;
  /** Undefined: it did not finish, in three times the time that the work takes at full use. */
  readonly run: Run | undefined;
}

const burst = (count: number, changes: Partial<Burst> = {}): Burst => ({
  count,
  stalls: false,
  queryTimeoutMs: 5_000,
  ...changes,
});

const scenarios: readonly Scenario[] = [
  { name: "at once", full: burst(3_000) },
  {
    name: "at once, the event loop stalls",
    full: burst(3_000, { stalls: true }),
    quick: burst(1_000, { stalls: true }),
  },
  { name: "at once, the network stalls", full: burst(3_000), networkStalls: true },
  {
    name: "at once, some given up and counted late",
    full: burst(3_000, { queryTimeoutMs: 500 }),
    quick: burst(400, { queryTimeoutMs: 500 }),
    late: true,
  },
  { name: "a trickle with bursts, for 30 s", full: trickle() },
  { name: "people behind a background that takes all", full: saturated() },
  { name: "at once", full: burst(30_000) },
];

export const quota: Question = {
  needsPeers: (quick) => !quick,
  async run(setting) {
    const { quick, say, hasPeers } = setting;
    const names: readonly string[] = quick || !hasPeers ? [ours, atHand] : [ours, ...peerNames];
    const broken: string[] = [];
    const figures: Record<string, unknown> = {};
    const tables: Table[] = [];
    for (const scenario of scenarios) {
      if (quick && scenario.quick === undefined) continue;
      const title = titleOf(scenario, quick);
      const rounds = !quick && title === "3,000 at once" ? 3 : 1;
      const outcomes: Outcome[] = [];
      for (let round = 0; round < rounds; round += 1) {
        say(`${title}, round ${round + 1} of ${rounds}`);
        // A few side by side, each with a server of its own: they wait more than they work.
        for (let first = 0; first < names.length; first += 4) {
          const wave = names.slice(first, first + 4);
          outcomes.push(...(await Promise.all(wave.map((name) => meet(scenario, name, setting)))));
        }
      }
      tables.push(tableOf(title, scenario, names, outcomes));
      figures[title] = outcomes.map(({ run, ...rest }) => ({
        ...rest,
        answers: run?.answers ?? "did not finish",
        cpu: run?.cpu,
      }));
      broken.push(
        ...brokenIn(
          title,
          outcomes.filter(({ limiter }) => limiter === ours),
        ),
      );
    }
    if (!quick) tables.push(await memoryTable(names, setting));
    return { tables, broken, figures };
  },
};

function titleOf({ name, full, quick: short }: Scenario, quick: boolean): string {
  const work = quick ? short : full;
  return work !== undefined && "count" in work
    ? `${work.count.toLocaleString("en")} ${name}`
    : name;
}

async function meet(
  scenario: Scenario,
  limiter: string,
  { quick, say }: Setting,
): Promise<Outcome> {
  const work = quick && scenario.quick !== undefined ? scenario.quick : scenario.full;
  const tencent = await startTencent(qps);
  await tencent.latency(5, 40);
  await tencent.rooms("room", "count" in work ? work.count : 6_000);
  const lateMs = 5_000;
  if (scenario.late === true && "count" in work) {
    const late = Object.fromEntries(
      Array.from({ length: Math.floor(work.count / 50) }, (_, index) => [
        `room-${index * 50 + 1}`,
        { kind: "late", ms: 600 + Math.floor(Math.random() * 4_400) },
      ]),
    );
    await tencent.weather({ rooms: late });
  }
  const proxy = scenario.networkStalls === true ? await startProxy(tencent.url) : undefined;
  const stalls =
    proxy &&
    setInterval(() => {
      proxy.pause();
      setTimeout(() => proxy.resume(), 400 + Math.random() * 800);
    }, 2_300);
  const child = startChild({
    path: built("bench/processes/limiter.js"),
    env: { LIMITER: limiter, LIMITER_QPS: String(qps), TENCENT_URL: proxy?.url ?? tencent.url },
  });
  await child.written(/listening/);
  const run = await ran(child, work).catch((error: unknown) => {
    say(`${limiter}: ${String(error)}`);
    return undefined;
  });
  clearInterval(stalls);
  proxy?.resume();
  if (scenario.late === true) await sleep(lateMs);
  const { queries, refused, mostInASlidingSecond: most } = await tencent.stats();
  const arrivals = await tencent.arrivals();
  await Promise.all([child.stop(), tencent.close(), proxy?.close()]);
  const [first, last] = [arrivals[0]?.at ?? 0, arrivals.at(-1)?.at ?? 0];
  const answerS = mean(arrivals.map(({ at, endedAt = at }) => endedAt - at)) / 1000;
  // Of those that come late nobody can say when they would have come.
  const rate = scenario.late === true ? Number.NaN : ((queries - 1) / (last - first)) * 1000;
  return { limiter, most, refused, rate, answerS, queries, run };
}

/** Some limiters never come to an end, and some hold up their whole process. */
function ran(child: Child, work: Burst | Mixed): Promise<Run> {
  const count = "count" in work ? work.count : work.background.length + work.person.length;
  const withinMs = (3 * count * 1000) / qps + 30_000;
  return child.ask<Run>("count" in work ? "burst" : "mixed", work, withinMs);
}

function brokenIn(name: string, outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ most, refused, run }) => {
    if (run === undefined) return [`${name}: it did not finish`];
    const { answers } = run;
    const unknown = Object.keys(answers).filter((kind) => kind !== "ok" && kind !== "timed-out");
    return [
      ...(most > qps ? [`${name}: ${most} queries in one sliding second`] : []),
      ...(refused > 0 ? [`${name}: ${refused} queries refused`] : []),
      ...unknown.map((kind) => `${name}: ${answers[kind]} answers of kind ${kind}`),
    ];
  });
}

function tableOf(
  title: string,
  { full }: Scenario,
  names: readonly string[],
  outcomes: readonly Outcome[],
): Table {
  const isMixed = !("count" in full);
  const rows = names.map((limiter) => {
    const own = outcomes.filter((outcome) => outcome.limiter === limiter);
    const of = (read: (outcome: Outcome) => number): number[] => own.map(read);
    const waits = own.flatMap(({ run }) => run?.waits.person ?? []);
    const background = own.flatMap(({ run }) => run?.waits.background ?? []);
    const hasFinished = own.every(({ run }) => run !== undefined);
    return [
      hasFinished ? limiter : `${limiter} (did not finish)`,
      String(Math.max(...of(({ most }) => most))),
      figure(mean(of(({ refused }) => refused))),
      figure(
        mean(of(({ run }) => (run === undefined ? Number.NaN : (run.answers["never sent"] ?? 0)))),
      ),
      figure(mean(of(({ rate }) => rate / qps))),
      figure(mean(of(({ rate, answerS }) => rate / (qps / (1 + answerS))))),
      ...(isMixed
        ? [
            figure(percentile(waits, 50)),
            figure(percentile(waits, 99)),
            figure(percentile(background, 50)),
            figure(percentile(background, 99)),
          ]
        : []),
      figure(mean(of(({ run }) => run?.cpu ?? Number.NaN))),
    ];
  });
  const waiting = ["person p50, ms", "person p99, ms", "background p50, ms", "background p99, ms"];
  return {
    title,
    columns: [
      "limiter",
      "most in a second",
      "refused",
      "never sent",
      "share of 200/s",
      "of 200/(1 s + answer)",
      ...(isMixed ? waiting : []),
      "CPU a look-up, µs",
    ],
    rows,
  };
}

/** 60 a second that nobody waits for, 300 more every 5 s, and 20 people a second. */
function trickle(): Mixed {
  const seconds = 30;
  const even = Array.from({ length: 60 * seconds }, (_, index) => (index * 1000) / 60);
  const bursts = Array.from({ length: seconds / 5 }, (_, index) =>
    Array.from({ length: 300 }, () => 2_000 + index * 5_000),
  ).flat();
  return { background: [...even, ...bursts], person: people(20, seconds) };
}

/** More than it can send, and 10 people a second. */
function saturated(): Mixed {
  const background = Array.from({ length: 4_000 }, () => 0);
  // After the silence of the start, which is nobody's wait behind anybody.
  return { background, person: people(10, 15).map((at) => at + 2_000) };
}

function people(perSecond: number, seconds: number): number[] {
  return Array.from({ length: perSecond * seconds }, () => Math.random() * seconds * 1000);
}

async function memoryTable(names: readonly string[], { say }: Setting): Promise<Table> {
  const count = 50_000;
  const rows: string[][] = [];
  for (const name of names) {
    say(`memory of ${name}`);
    const heaps: Heap[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = startChild({
        path: built("bench/processes/limiter.js"),
        nodeOptions: ["--expose-gc"],
        env: { LIMITER: name, LIMITER_QPS: String(qps) },
      });
      await child.written(/listening/);
      // As with the scenarios: one that holds up its process is left alone.
      const heap = child.ask<Heap>("memory", count, 60_000).catch(() => undefined);
      heaps.push((await heap) ?? { bytes: Number.NaN, cpu: Number.NaN });
      await child.stop();
    }
    const of = (field: "bytes" | "cpu"): string =>
      figure(
        percentile(
          heaps.map((heap) => heap[field]),
          50,
        ),
      );
    rows.push([name, of("bytes"), of("cpu")]);
  }
  return {
    title: "50,000 waiting, each with an AbortController of its own",
    columns: ["limiter", "bytes for one", "CPU to join, µs"],
    rows,
  };
}
