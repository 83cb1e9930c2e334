import { startChild } from "./lib/child.ts";
import { shuffled } from "./lib/order.ts";
import { built } from "./lib/place.ts";
import type { Question } from "./lib/question.ts";
import { count, withSpread, type Table } from "./lib/report.ts";
import { median, ratioOf, spreadOf } from "./lib/statistics.ts";

/** How many a second does each of the hot paths do, beside the obvious alternative? */

/** Which way all others are compared with, for each path: the obvious one. */
const ours = "greenroom";

export const hotPaths: Question = {
  needsPeers: (quick) => !quick,
  async run({ quick, say, hasPeers }) {
    const child = startChild({
      path: built("bench/processes/hot-paths.js"),
      env: { BENCH_PEERS: String(hasPeers) },
    });
    await child.written(/listening/);
    const paths = await child.ask<Record<string, string[]>>("paths");
    const broken = await child.ask<string[]>("broken");
    const [rounds, ms] = quick ? [3, 30] : [15, 200];
    const rates = new Map<string, number[]>();
    const tables: Table[] = [];
    for (const [path, ways] of Object.entries(paths)) {
      say(path);
      // All are compiled before any is measured.
      for (const way of ways) await child.ask("rate", { path, way, ms });
      for (let round = 0; round < rounds; round += 1) {
        for (const way of shuffled(ways)) {
          const key = `${path}, ${way}`;
          const list = rates.get(key) ?? [];
          list.push(await child.ask<number>("rate", { path, way, ms }));
          rates.set(key, list);
        }
      }
      const of = (way: string): readonly number[] => rates.get(`${path}, ${way}`) ?? [];
      tables.push({
        title: `${path}: operations a second, in one thread`,
        columns: ["way", "a second", "µs each", "time × Greenroom's"],
        rows: ways.map((way) => [
          way,
          count(median(of(way))),
          withSpread(spreadOf(of(way).map((rate) => 1_000_000 / rate))),
          withSpread(ratioOf(of(ours), of(way))),
        ]),
      });
    }
    await child.stop();
    return { tables, broken, figures: Object.fromEntries(rates) };
  },
};
