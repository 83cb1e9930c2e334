import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { defaults } from "../src/defaults.ts";
import { openStore } from "../src/store/open-store.ts";
import { startBot, type BotName } from "./lib/bots.ts";
import { sendAt } from "./lib/load.ts";
import { lookupAt, readRooms } from "./lib/look-up.ts";
import type { Question } from "./lib/question.ts";
import { figure } from "./lib/report.ts";
import { startLightSlack } from "./lib/slack.ts";
import { median, percentile } from "./lib/statistics.ts";
import { startTencent, type Tencent } from "./lib/tencent.ts";
import { beginWatches, watchesOver, willingPosts } from "./lib/watches.ts";

/** What does an incident cost, when everybody asks for the same rooms while 500 watches run? */

const askedRooms = 5;
const watchedRooms = 500;
/** Tencent's own time, fixed, so that it can be taken off each answer. */
const tencentMs = 30;
const qps = 200;

interface Outcome {
  readonly bot: BotName;
  readonly watches: number;
  /** Queries for the rooms that people asked for. */
  readonly asked: number;
  /** The least time between two queries for one of these rooms, in ms. */
  readonly closestMs: number;
  readonly watching: number;
  readonly refused: number;
  readonly mostInASecond: number;
  readonly lost: number;
  readonly wrong: number;
  readonly restP50: number;
  readonly restP99: number;
  readonly restMost: number;
  /** CPU time of the window, in ms for each second of it. */
  readonly cpu: number;
}

export const incident: Question = {
  needsPeers: () => false,
  async run({ quick, say }) {
    const [people, windowMs] = quick ? [150, 4_000] : [1_000, 10_000];
    const outcomes: Outcome[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      for (const [bot, watches] of [
        ["greenroom with store", quick ? 50 : watchedRooms],
        ["greenroom", 0],
        ["bare Bolt", 0],
      ] as const) {
        if (quick && bot === "greenroom") continue;
        say(`${bot} with ${watches} watches, round ${round + 1}`);
        outcomes.push(await meet(bot, watches, { people, windowMs }));
      }
    }
    const broken = outcomes.flatMap((outcome) => brokenIn(outcome));
    const rows = outcomes.map((outcome) => [
      `${outcome.bot}, ${outcome.watches} watches`,
      String(outcome.asked),
      figure(outcome.closestMs),
      String(outcome.watching),
      String(outcome.mostInASecond),
      String(outcome.refused),
      String(outcome.wrong),
      String(outcome.lost),
      figure(outcome.restP50),
      figure(outcome.restP99),
      figure(outcome.restMost),
      figure(outcome.cpu),
    ]);
    const table = {
      title: `${people} people ask for ${askedRooms} rooms within ${windowMs / 1000} s, a third of them in the first second; answers less Tencent's ${tencentMs} ms`,
      columns: [
        "bot",
        "queries for people",
        "closest for one room, ms",
        "for watches",
        "most in a second",
        "refused",
        "people told of a refusal",
        "unanswered",
        "p50, ms",
        "p99, ms",
        "slowest, ms",
        "CPU, ms/s",
      ],
      rows,
    };
    return { tables: [table], broken, figures: outcomes };
  },
};

async function meet(
  bot: BotName,
  watches: number,
  { people, windowMs }: { readonly people: number; readonly windowMs: number },
): Promise<Outcome> {
  const tencent = await startTencent(qps);
  await tencent.latency(tencentMs, tencentMs);
  await tencent.rooms("asked", askedRooms);
  await tencent.rooms("watched", watchedRooms);
  const slack = await startLightSlack();
  const dataDir = mkdtempSync(join(tmpdir(), "greenroom-bench-"));
  if (watches > 0) await leaveWatches(dataDir, tencent, watches);
  const process = await startBot({ name: bot, mode: "http", slack, tencent, dataDir });
  // The silence of the start is over, and the watches are under way.
  await sleep(1_500);
  // The first of all compiles what the others run.
  await sendAt([0], () => "asked-1", slack, process.way);
  // Nothing of it is remembered any more.
  await sleep(defaults.rememberMs + 200);
  await tencent.reset();
  const before = await process.usage();
  const start = performance.now();
  // The square of an even spread: most ask as soon as they see it.
  const times = Array.from({ length: people }, (_, index) => windowMs * (index / people) ** 2);
  const roomOf = (index: number): string => `asked-${(index % askedRooms) + 1}`;
  const sent = await sendAt(times, roomOf, slack, process.way);
  const { cpu } = await process.usage();
  const seconds = (performance.now() - start) / 1000;
  const stats = await tencent.stats();
  const arrivals = await tencent.arrivals();
  await Promise.all([process.stop(), slack.close(), tencent.close()]);
  rmSync(dataDir, { recursive: true, force: true });

  const byRoom = new Map<string, number[]>();
  for (const { room, at } of arrivals) byRoom.set(room, [...(byRoom.get(room) ?? []), at]);
  const forPeople = [...byRoom].filter(([room]) => room.startsWith("asked-"));
  const gaps = forPeople.flatMap(([, at]) =>
    at.slice(1).map((time, index) => time - (at[index] ?? time)),
  );
  const asked = forPeople.reduce((sum, [, at]) => sum + at.length, 0);
  const answered = sent.filter(({ answer }) => answer !== "");
  const rests = answered.map(({ sentAt, answeredAt }) =>
    Math.max(0, answeredAt - sentAt - tencentMs),
  );
  return {
    bot,
    watches,
    asked,
    closestMs: Math.min(...gaps),
    watching: arrivals.length - asked,
    refused: stats.refused,
    mostInASecond: stats.mostInASlidingSecond,
    lost: sent.length - answered.length,
    // A room's ID stands in every card of it; bare Bolt's refusal names none.
    wrong: answered.filter(({ answer }) => /Error \d|60011|60006/.test(answer)).length,
    restP50: median(rests),
    restP99: percentile(rests, 99),
    restMost: Math.max(...rests),
    cpu: (cpu - before.cpu) / 1000 / seconds,
  };
}

/** As the last process left them: their cards are posted, and their rooms are due. */
async function leaveWatches(folder: string, tencent: Tencent, count: number): Promise<void> {
  const lookup = lookupAt(tencent.url, qps);
  const rooms = await readRooms(lookup, "watched", count);
  const store = await openStore({ kind: "sqlite", folder }, defaults.storeMs);
  await beginWatches(watchesOver(store, lookup, willingPosts()), rooms);
  await store.close();
  await lookup.close();
}

function brokenIn({ bot, closestMs, mostInASecond, refused, lost, wrong }: Outcome): string[] {
  if (bot === "bare Bolt") return [];
  return [
    ...(closestMs < defaults.rememberMs
      ? [`${bot}: two queries for one room ${figure(closestMs)} ms apart`]
      : []),
    ...(mostInASecond > qps ? [`${bot}: ${mostInASecond} queries in one sliding second`] : []),
    ...(refused > 0 ? [`${bot}: ${refused} queries refused`] : []),
    ...(lost > 0 ? [`${bot}: ${lost} people without an answer`] : []),
    ...(wrong > 0 ? [`${bot}: ${wrong} people were told of a refusal`] : []),
  ];
}
