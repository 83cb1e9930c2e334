import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./lib/child.ts";
import { ours } from "./lib/limiters.ts";
import { shuffled } from "./lib/order.ts";
import { built } from "./lib/place.ts";
import type { Question } from "./lib/question.ts";
import { withSpread, type Table } from "./lib/report.ts";
import { ratioOf, spreadOf } from "./lib/statistics.ts";
import { startTencent } from "./lib/tencent.ts";
import type { Asking } from "./processes/client.ts";

/** What CPU time does one query to Tencent take, limiter and all, beside HTTP clients alone? */

export const query: Question = {
  needsPeers: () => true,
  async run({ quick, say, hasPeers }) {
    const names = [ours, ...(hasPeers ? ["axios"] : []), "fetch", "undici"];
    const beside = hasPeers ? "axios" : "fetch";
    const tencent = await startTencent(1_000_000);
    await tencent.rooms("room", 1_000);
    const clients = await Promise.all(
      names.map(async (name) => {
        const child = startChild({
          path: built("bench/processes/client.js"),
          env: { CLIENT: name, TENCENT_URL: tencent.url },
        });
        await child.written(/listening/);
        return { name, child };
      }),
    );
    // Greenroom sends nothing in its first second.
    await sleep(1_500);
    const ways: readonly (readonly [string, Asking, readonly [number, number]])[] = [
      ["50 under way at once, answers at once", { count: quick ? 500 : 5_000, atOnce: 50 }, [0, 0]],
      [
        "190 a second, answers in 5 to 40 ms",
        { count: quick ? 100 : 600, atOnce: undefined },
        [5, 40],
      ],
    ];
    const tables: Table[] = [];
    const figures: Record<string, unknown> = {};
    const rounds = quick ? 1 : 9;
    for (const [title, asking, latency] of ways) {
      const micros = new Map<string, number[]>(names.map((name) => [name, []]));
      await tencent.latency(...latency);
      for (const { child } of clients)
        await child.ask("ask", { ...asking, count: asking.count / 5 });
      for (let round = 0; round < rounds; round += 1) {
        say(`${title}, round ${round + 1} of ${rounds}`);
        for (const { name, child } of shuffled(clients)) {
          micros.get(name)?.push(await child.ask<number>("ask", asking));
        }
      }
      figures[title] = Object.fromEntries(micros);
      tables.push({
        title,
        columns: ["client", "CPU a query, µs", `× ${beside}`],
        rows: names.map((name) => {
          const own = micros.get(name) ?? [];
          const ratio = ratioOf(own, micros.get(beside) ?? []);
          return [name, withSpread(spreadOf(own)), withSpread(ratio)];
        }),
      });
    }
    await Promise.all([...clients.map(({ child }) => child.stop()), tencent.close()]);
    return { tables, broken: [], figures };
  },
};
