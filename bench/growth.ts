import { startChild } from "./lib/child.ts";
import { built } from "./lib/place.ts";
import type { Question } from "./lib/question.ts";
import { count, figure, type Table } from "./lib/report.ts";
import { median } from "./lib/statistics.ts";

/** Does one look-up, one watch, one event cost more where there are many? */

export const growth: Question = {
  needsPeers: () => false,
  async run({ quick, say }) {
    const sizes = quick ? [100, 1_000] : [100, 1_000, 10_000, 100_000];
    const rounds = quick ? 1 : 5;
    const costs = new Map<string, Map<number, number[]>>();
    const kinds = await inProcess((child) => child.ask<string[]>("kinds"));
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of kinds) {
        say(`${kind}, round ${round + 1} of ${rounds}`);
        const measured = await inProcess(async (child) => {
          // What is compiled only later would make the first size look dear.
          for (let turn = 0; turn < (quick ? 1 : 3); turn += 1)
            await child.ask("costs", { kind, size: 1_000 });
          const list: [number, Record<string, number>][] = [];
          for (const size of sizes) list.push([size, await child.ask("costs", { kind, size })]);
          return list;
        });
        for (const [size, ofSize] of measured) {
          for (const [name, micros] of Object.entries(ofSize)) {
            const bySize = costs.get(name) ?? new Map<number, number[]>();
            bySize.set(size, [...(bySize.get(size) ?? []), micros]);
            costs.set(name, bySize);
          }
        }
      }
    }
    const table: Table = {
      title: `What one costs among so many, µs; medians of ${rounds} rounds`,
      columns: ["", ...sizes.map((size) => `of ${count(size)}`), "most ÷ fewest"],
      rows: [...costs].map(([name, bySize]) => {
        const medians = sizes.map((size) => median(bySize.get(size) ?? []));
        return [
          name,
          ...medians.map(figure),
          figure((medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN)),
        ];
      }),
    };
    const figures = Object.fromEntries(
      [...costs].map(([name, bySize]) => [name, Object.fromEntries(bySize)]),
    );
    return { tables: [table], broken: [], figures };
  },
};

async function inProcess<T>(
  work: (child: ReturnType<typeof startChild>) => Promise<T>,
): Promise<T> {
  const child = startChild({ path: built("bench/processes/growth.js") });
  await child.written(/listening/);
  const result = await work(child);
  await child.stop();
  return result;
}
