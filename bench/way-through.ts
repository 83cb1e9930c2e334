import { setTimeout as sleep } from "node:timers/promises";
import { startBot, type Bot, type BotName, type Mode } from "./lib/bots.ts";
import { evenly, sendAt } from "./lib/load.ts";
import { shuffled } from "./lib/order.ts";
import type { Question } from "./lib/question.ts";
import { figure, withSpread, type Table } from "./lib/report.ts";
import type { Shares } from "./lib/profile.ts";
import { startLightSlack, type LightSlack } from "./lib/slack.ts";
import { median, percentile, ratioOf, spreadOf } from "./lib/statistics.ts";
import { startTencent, type Tencent } from "./lib/tencent.ts";

/** What is a command's way through the bot in time and in work, beside bare Bolt's and the limit? */

interface Phase {
  readonly rate: number;
  readonly seconds: number;
  /** Rooms that are asked for; 0: each command for one of its own. */
  readonly rooms: number;
}

/** What one bot did in one round of one phase. */
interface Round {
  readonly ackP50: number;
  readonly ackP99: number;
  readonly restP50: number;
  readonly restP99: number;
  readonly cpuMs: number;
  readonly lost: number;
  readonly queries: number;
}

const phases = (quick: boolean): readonly Phase[] =>
  quick
    ? [{ rate: 100, seconds: 1, rooms: 0 }]
    : [
        { rate: 10, seconds: 5, rooms: 0 },
        { rate: 100, seconds: 5, rooms: 0 },
        // Above Tencent's 200 a second only as people ask: many for the same rooms.
        { rate: 1000, seconds: 3, rooms: 100 },
      ];

const contestants: readonly (readonly [BotName, Mode])[] = [
  ["bare Bolt", "http"],
  ["greenroom", "http"],
  ["greenroom with store", "http"],
  ["node:http", "http"],
  ["bare Bolt", "socket"],
  ["greenroom", "socket"],
];

export const wayThrough: Question = {
  needsPeers: () => false,
  async run({ quick, say }) {
    const rounds = quick ? 1 : 5;
    // Room for all: here nobody is to be held up by the quota, least of all the bare peer.
    const tencent = await startTencent(1_000_000);
    await tencent.latency(20, 20);
    const results = new Map<string, Round[]>();
    const profiles = new Map<BotName, Shares>();
    for (const mode of ["http", "socket"] as const) {
      // A Slack for each bot in Socket Mode, so that each is sent its own.
      const names = contestants
        .filter(([name, own]) => own === mode && (!quick || name !== "node:http"))
        .map(([name]) => name);
      const stage = await Promise.all(
        names.map(async (name) => {
          const slack = await startLightSlack();
          const bot = await startBot({ name, mode, slack, tencent });
          return { slack, bot };
        }),
      );
      // Greenroom sends nothing in its first second; and all have compiled what they run.
      await sleep(1_500);
      for (const { bot, slack } of stage)
        await runPhase(quick ? { ...warmUp, seconds: 1 } : warmUp, bot, slack, tencent);
      for (let round = 0; round < rounds; round += 1) {
        for (const phase of phases(quick)) {
          say(`${mode}, ${phase.rate} a second, round ${round + 1} of ${rounds}`);
          // In another order each round: what runs first after a pause may fare better.
          for (const { bot, slack } of shuffled(stage)) {
            const key = keyOf(phase, mode, bot.name);
            const list = results.get(key) ?? [];
            list.push(await runPhase(phase, bot, slack, tencent));
            results.set(key, list);
          }
        }
      }
      if (!quick && mode === "http") {
        say("profiles");
        for (const { bot, slack } of stage)
          profiles.set(bot.name, await profileOf(bot, slack, tencent));
      }
      await Promise.all(stage.flatMap(({ bot, slack }) => [bot.stop(), slack.close()]));
    }
    await tencent.close();
    const broken = [...results]
      .map(([key, list]) => [key, list.reduce((sum, { lost }) => sum + lost, 0)] as const)
      .filter(([key, lost]) => lost > 0 && key.includes("greenroom"))
      .map(([key, lost]) => `${key}: ${lost} commands without an acknowledgement or an answer`);
    const tables = phases(quick).map((phase) => tableOf(phase, results));
    if (profiles.size > 0) tables.push(profileTable(profiles));
    const figures = { ...Object.fromEntries(results), profiles: Object.fromEntries(profiles) };
    return { tables, broken, figures };
  },
};

const warmUp: Phase = { rate: 100, seconds: 2, rooms: 0 };
let roomsSoFar = 0;

const profiled: Phase = { rate: 100, seconds: 10, rooms: 0 };

function profileOf(bot: Bot, slack: LightSlack, tencent: Tencent): Promise<Shares> {
  return bot.profiled(() => runPhase(profiled, bot, slack, tencent));
}

/** What a profile's parts are of, the most costly of them first. */
function profileTable(profiles: ReadonlyMap<BotName, Shares>): Table {
  const commands = profiled.rate * profiled.seconds;
  const names = [...profiles.keys()];
  const ignored = new Set(["(idle)", "(root)", "the profiler"]);
  const parts = [...new Set([...profiles.values()].flatMap((shares) => Object.keys(shares)))]
    .filter((part) => !ignored.has(part))
    .map((part) => ({
      part,
      micros: names.map((name) => (profiles.get(name)?.[part] ?? 0) / commands),
    }))
    .toSorted((a, b) => Math.max(...b.micros) - Math.max(...a.micros));
  return {
    title: `Where the time of a command goes, µs each at ${profiled.rate} a second over HTTP, by a profile`,
    columns: ["part", ...names],
    rows: parts
      .filter(({ micros }) => Math.max(...micros) >= 1)
      .map(({ part, micros }) => [
        part,
        ...micros.map((value) => (value < 0.5 ? "–" : figure(value))),
      ]),
  };
}

function keyOf({ rate }: Phase, mode: Mode, name: BotName): string {
  return `${rate} a second, ${mode}, ${name}`;
}

async function runPhase(
  { rate, seconds, rooms }: Phase,
  bot: Bot,
  slack: LightSlack,
  tencent: Tencent,
): Promise<Round> {
  await tencent.reset();
  const times = evenly(rate, seconds);
  const count = rooms === 0 ? times.length : rooms;
  // Names of their own in each round, so that no answer is remembered from the last.
  roomsSoFar += 1;
  const prefix = `round-${roomsSoFar}`;
  await tencent.rooms(prefix, count);
  const roomAt = (index: number): string => `${prefix}-${(index % count) + 1}`;
  const before = await bot.usage();
  const sent = await sendAt(times, roomAt, slack, bot.way);
  const after = await bot.usage();

  const tencentMs = new Map<string, number>();
  const arrivals = await tencent.arrivals();
  for (const { room, at, endedAt = at } of arrivals) tencentMs.set(room, endedAt - at);
  const acks = sent.map(({ ackedAt, sentAt }) => ackedAt - sentAt);
  // Less what Tencent itself took for this room. Who was answered from memory has waited for none.
  const rests = sent.map(({ answeredAt, sentAt }, index) =>
    Math.max(0, answeredAt - sentAt - (rooms === 0 ? (tencentMs.get(roomAt(index)) ?? 0) : 0)),
  );
  const isLost = sent.map(
    ({ ackedAt, answer }, index) => Number.isNaN(ackedAt) || !answer.includes(roomAt(index)),
  );
  return {
    ackP50: median(came(acks)),
    ackP99: percentile(came(acks), 99),
    restP50: median(came(rests)),
    restP99: percentile(came(rests), 99),
    cpuMs: (after.cpu - before.cpu) / 1000 / sent.length,
    lost: isLost.filter(Boolean).length,
    queries: arrivals.length,
  };
}

/** Those that came at all; the rest are counted as lost. */
function came(values: readonly number[]): number[] {
  return values.filter((ms) => !Number.isNaN(ms));
}

function tableOf(phase: Phase, results: ReadonlyMap<string, readonly Round[]>): Table {
  // Not all of them are in the quick form.
  const met = contestants.filter(([name, mode]) => results.has(keyOf(phase, mode, name)));
  const rows = met.map(([name, mode]) => {
    const own = results.get(keyOf(phase, mode, name)) ?? [];
    const bare = results.get(keyOf(phase, mode, "bare Bolt")) ?? [];
    const of = (field: keyof Round, list = own): number[] => list.map((round) => round[field]);
    const ratio = (field: keyof Round): string => withSpread(ratioOf(of(field), of(field, bare)));
    return [
      `${name}, ${mode}`,
      withSpread(spreadOf(of("ackP50"))),
      withSpread(spreadOf(of("ackP99"))),
      ratio("ackP99"),
      withSpread(spreadOf(of("restP50"))),
      withSpread(spreadOf(of("restP99"))),
      withSpread(spreadOf(of("cpuMs"))),
      ratio("cpuMs"),
      figure(median(of("queries"))),
      String(of("lost").reduce((sum, lost) => sum + lost, 0)),
    ];
  });
  const asked = phase.rooms === 0 ? "a room of its own each" : `${phase.rooms} rooms in turn`;
  const rest = phase.rooms === 0 ? "answer less Tencent" : "answer";
  return {
    title: `${phase.rate} commands a second, ${asked}; medians of rounds (least–most), ms`,
    columns: [
      "bot",
      "ack p50",
      "ack p99",
      "× bare Bolt",
      `${rest} p50`,
      `${rest} p99`,
      "CPU a command",
      "× bare Bolt",
      "queries",
      "lost",
    ],
    rows,
  };
}
