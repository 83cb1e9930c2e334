import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startBot, type Bot, type BotName, type BotOptions, type Mode } from "./lib/bots.ts";
import { evenly, sendAt } from "./lib/load.ts";
import { shuffled } from "./lib/order.ts";
import type { Question, Setting } from "./lib/question.ts";
import { figure, withSpread, type Table } from "./lib/report.ts";
import { startLightSlack, type LightSlack } from "./lib/slack.ts";
import { median, ratioOf, spreadOf } from "./lib/statistics.ts";
import { startTencent, type Tencent } from "./lib/tencent.ts";
import { sizeOf, treeOf, type Weight } from "./lib/weight.ts";

/** How long is a start, and how heavy is the bot, beside bare Bolt and Hubot? */

type Contestant = readonly [BotName, Mode];

const contestants: readonly Contestant[] = [
  ["bare Bolt", "http"],
  ["greenroom", "http"],
  ["greenroom with store", "http"],
  ["node:http", "http"],
  ["bare Bolt", "socket"],
  ["greenroom", "socket"],
  ["hubot", "socket"],
];

interface Weighed {
  readonly startMs: number[];
  /** CPU time until ready, all threads, in ms. */
  readonly startCpuMs: number[];
  readonly restMiB: number[];
  readonly loadMiB: number[];
}

const MiB = 2 ** 20;

export const start: Question = {
  needsPeers: (quick) => !quick,
  async run(setting) {
    const { quick, say, top, hasPeers } = setting;
    const tencent = await startTencent(1_000_000);
    await tencent.latency(20, 20);
    await tencent.rooms("room", 2_000);
    const slack = await startLightSlack();
    // Kept from start to start: the first one makes the tables.
    const dataDir = mkdtempSync(join(tmpdir(), "greenroom-bench-"));
    const list = contestants.filter(([name]) => (!quick && hasPeers) || name !== "hubot");
    const options = ([name, mode]: Contestant): BotOptions => ({
      name,
      mode,
      slack,
      tencent,
      dataDir,
    });
    const weighed = new Map<string, Weighed>();
    for (const contestant of list) {
      weighed.set(contestant.join(), { startMs: [], startCpuMs: [], restMiB: [], loadMiB: [] });
      await (await startBot({ ...options(contestant), isMetered: false })).stop();
    }
    const starts = quick ? 1 : 15;
    for (let round = 0; round < starts; round += 1) {
      say(`start ${round + 1} of ${starts}`);
      for (const contestant of shuffled(list)) {
        const bot = await startBot({ ...options(contestant), isMetered: false });
        weighed.get(contestant.join())?.startMs.push(bot.readyMs);
        await bot.stop();
      }
    }
    const weighings = quick ? 1 : 5;
    for (let round = 0; round < weighings; round += 1) {
      say(`weighing ${round + 1} of ${weighings}`);
      for (const contestant of shuffled(list)) {
        const into = weighed.get(contestant.join());
        if (into !== undefined) await weigh(options(contestant), setting, slack, tencent, into);
      }
    }
    const loaded = new Map<string, Awaited<ReturnType<Bot["loaded"]>>>();
    for (const contestant of list) {
      const bot = await startBot({ ...options(contestant), listsScripts: true });
      loaded.set(contestant.join(), await bot.loaded());
      await bot.stop();
    }
    await slack.close();
    await tencent.close();
    rmSync(dataDir, { recursive: true, force: true });

    const tables = [
      startTable(list, weighed),
      loadedTable(list, loaded),
      ...(quick ? [] : [treeTable(top, hasPeers)]),
    ];
    const figures = { weighed: Object.fromEntries(weighed), loaded: Object.fromEntries(loaded) };
    return { tables, broken: [], figures };
  },
};

/** Memory as the system counts it: a while after the start, and after a load. */
async function weigh(
  options: BotOptions,
  { quick }: Setting,
  slack: LightSlack,
  tencent: Tencent,
  { startCpuMs, restMiB, loadMiB }: Weighed,
): Promise<void> {
  const bot = await startBot(options);
  startCpuMs.push((await bot.usage()).cpu / 1000);
  await sleep(quick ? 500 : 3_000);
  restMiB.push((await bot.usage()).rss / MiB);
  // Hubot has no slash commands.
  if (options.name !== "hubot") {
    await tencent.reset();
    await sendAt(evenly(100, quick ? 1 : 5), (index) => `room-${index + 1}`, slack, bot.way);
    loadMiB.push((await bot.usage()).rss / MiB);
  }
  await bot.stop();
  // A socket that is gone must not be given the next bot's commands.
  while (slack.sockets > 0) await sleep(5);
}

function startTable(list: readonly Contestant[], weighed: ReadonlyMap<string, Weighed>): Table {
  const rows = list.map(([name, mode]) => {
    const own = weighed.get([name, mode].join());
    const bare = weighed.get(["bare Bolt", mode].join());
    const cells = (["startMs", "startCpuMs", "restMiB", "loadMiB"] as const).flatMap((field) => {
      const values = own?.[field] ?? [];
      if (values.length === 0) return ["–", "–"];
      return [withSpread(spreadOf(values)), withSpread(ratioOf(values, bare?.[field] ?? []))];
    });
    return [`${name}, ${mode}`, ...cells];
  });
  const beside = "× bare Bolt";
  return {
    title: "From the start of the process to ready, and memory (RSS); medians of rounds",
    columns: [
      "bot",
      "ready, ms",
      beside,
      "CPU until ready, ms",
      beside,
      "at rest, MiB",
      beside,
      "after 100 a second, MiB",
      beside,
    ],
    rows,
  };
}

function loadedTable(
  list: readonly Contestant[],
  loaded: ReadonlyMap<string, { readonly scripts: number; readonly bytes: number }>,
): Table {
  return {
    title: "What is loaded at the start",
    columns: ["bot", "files", "kB"],
    rows: list.map(([name, mode]) => {
      const own = loaded.get([name, mode].join());
      return [`${name}, ${mode}`, String(own?.scripts ?? 0), figure((own?.bytes ?? 0) / 1000)];
    }),
  };
}

function hubotTree(top: string): [string, Weight] {
  const packages = ["hubot", "@hubot-friends/hubot-slack"];
  return ["hubot with hubot-slack", treeOf(join(top, "bench"), packages)];
}

function treeTable(top: string, hasPeers: boolean): Table {
  const { dependencies } = JSON.parse(readFileSync(join(top, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const own = sizeOf(join(top, "dist")) ?? 0;
  const all = treeOf(top, Object.keys(dependencies));
  const rows: [string, Weight][] = [
    ["bare Bolt with tls-sig-api-v2", treeOf(top, ["@slack/bolt", "tls-sig-api-v2"])],
    ["greenroom, its own files among them", { ...all, bytes: all.bytes + own }],
    ...(hasPeers ? [hubotTree(top)] : []),
  ];
  const [, bolt] = rows[0] ?? [];
  return {
    title: "The tree that is installed in production",
    columns: ["bot", "packages", "MB", "× bare Bolt"],
    rows: rows.map(([name, { packages, bytes }]) => [
      name,
      String(packages),
      figure(bytes / 1e6),
      figure(median([bytes / (bolt?.bytes ?? Number.NaN)])),
    ]),
  };
}
