import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres, type PostgresServer } from "../test/support/postgres.ts";
import { startChild, type Child } from "./lib/child.ts";
import { meterDatabase } from "./lib/database-load.ts";
import { built } from "./lib/place.ts";
import type { Question } from "./lib/question.ts";
import { figure, type Table } from "./lib/report.ts";
import { mean, percentile } from "./lib/statistics.ts";
import { startTencent } from "./lib/tencent.ts";
import type { Load, Shared } from "./processes/replica.ts";

/** What do several bots over one PostgreSQL make of one quota, and what does it cost the database? */

const qps = 200;

interface Outcome {
  readonly processes: number;
  readonly most: number;
  readonly refused: number;
  /** Queries a second, counted by the server, from the first to the last. */
  readonly rate: number;
  readonly answerS: number;
  readonly shares: readonly Shared[];
  readonly transactionsASecond: number;
  readonly rowsASecond: number;
  /** CPU time of PostgreSQL, in ms a second. */
  readonly databaseCpu: number;
}

export const replicas: Question = {
  needsPeers: () => false,
  async run({ quick, say }) {
    const postgres = await startPostgres();
    const outcomes: Outcome[] = [];
    try {
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        for (const processes of quick ? [3] : [1, 2, 4, 8]) {
          say(`${processes} processes, round ${round + 1}`);
          outcomes.push(await meet(processes, postgres, quick ? 4 : 15));
        }
      }
    } finally {
      await postgres.close();
    }
    return { tables: [tableOf(outcomes)], broken: outcomes.flatMap(brokenIn), figures: outcomes };
  },
};

async function meet(
  processes: number,
  postgres: PostgresServer,
  seconds: number,
): Promise<Outcome> {
  const tencent = await startTencent(qps);
  await tencent.latency(5, 40);
  await tencent.rooms("room", 1_000);
  const children: Child[] = [];
  for (let index = 0; index < processes; index += 1) {
    const child = startChild({
      path: built("bench/processes/replica.js"),
      env: { TENCENT_URL: tencent.url, DATABASE: postgres.url, QPS: String(qps) },
    });
    await child.written(/listening/);
    children.push(child);
  }
  const meter = await meterDatabase(postgres.url);
  // More than all slots together, so that each process always has somebody waiting.
  const load: Load = {
    atOnce: Math.ceil(600 / processes),
    seconds,
    peopleASecond: 20 / processes,
  };
  // The silence of the start, and the first trade of slots.
  await sleep(1_500);
  const before = await meter.read();
  const start = performance.now();
  const shares = await Promise.all(children.map((child) => child.ask<Shared>("load", load)));
  const lasted = (performance.now() - start) / 1000;
  // PostgreSQL tells of what was done up to a second later.
  await sleep(1_200);
  const after = await meter.read();
  await meter.close();
  const { refused, mostInASlidingSecond: most } = await tencent.stats();
  const arrivals = await tencent.arrivals();
  await Promise.all(children.map((child) => child.ask("stop")));
  await Promise.all([...children.map((child) => child.stop()), tencent.close()]);
  const [first, last] = [arrivals[0]?.at ?? 0, arrivals.at(-1)?.at ?? 0];
  return {
    processes,
    most,
    refused,
    rate: ((arrivals.length - 1) / (last - first)) * 1000,
    answerS: mean(arrivals.map(({ at, endedAt = at }) => endedAt - at)) / 1000,
    shares,
    transactionsASecond: (after.transactions - before.transactions) / lasted,
    rowsASecond: (after.rowsWritten - before.rowsWritten) / lasted,
    databaseCpu: (after.cpuMs - before.cpuMs) / lasted,
  };
}

function brokenIn({ processes, most, refused, shares }: Outcome): string[] {
  const name = `${processes} processes`;
  const others = shares.flatMap((share) => Object.entries(share.others));
  return [
    ...(most > qps ? [`${name}: ${most} queries in one sliding second`] : []),
    ...(refused > 0 ? [`${name}: ${refused} queries refused`] : []),
    ...others.map(([kind, times]) => `${name}: ${times} answers of kind ${kind}`),
    ...(shares.some(({ ok }) => ok === 0) ? [`${name}: one of them was given nothing`] : []),
  ];
}

function tableOf(outcomes: readonly Outcome[]): Table {
  const counts = [...new Set(outcomes.map(({ processes }) => processes))];
  return {
    title: "All slots wanted all the time by work that nobody waits for, and 20 people a second",
    columns: [
      "processes",
      "most in a second",
      "refused",
      "share of 200/s",
      "of 200/(1 s + answer)",
      "least ÷ most of one process",
      "person p50, ms",
      "person p99, ms",
      "CPU a look-up, µs",
      "transactions a second",
      "rows written a second",
      "CPU of PostgreSQL, ms/s",
    ],
    rows: counts.map((processes) => {
      const own = outcomes.filter((outcome) => outcome.processes === processes);
      const of = (read: (outcome: Outcome) => number): number[] => own.map(read);
      const people = own.flatMap(({ shares }) => shares.flatMap((share) => share.people));
      return [
        String(processes),
        String(Math.max(...of(({ most }) => most))),
        figure(mean(of(({ refused }) => refused))),
        figure(mean(of(({ rate }) => rate / qps))),
        figure(mean(of(({ rate, answerS }) => rate / (qps / (1 + answerS))))),
        figure(mean(of(fairness))),
        figure(percentile(people, 50)),
        figure(percentile(people, 99)),
        figure(mean(of(({ shares }) => mean(shares.map(({ cpu }) => cpu))))),
        figure(mean(of(({ transactionsASecond }) => transactionsASecond))),
        figure(mean(of(({ rowsASecond }) => rowsASecond))),
        figure(mean(of(({ databaseCpu }) => databaseCpu))),
      ];
    }),
  };
}

function fairness({ shares }: Outcome): number {
  const answered = shares.map(({ ok }) => ok);
  return Math.min(...answered) / Math.max(...answered);
}
