import { expect, it } from "vitest";
import { modes } from "../support/stage.ts";
import { soak } from "./soak.ts";

/** Ten minutes of load; SOAK_SECONDS makes it another time. */
const seconds = Number(process.env["SOAK_SECONDS"] ?? 600);
const firstMs = Math.min(60, seconds / 2) * 1_000;

const options = {
  roundsMs: [firstMs, seconds * 1_000 - firstMs],
  troubleEveryMs: 10_000,
  // Connections that nobody uses are closed after 30 s.
  quietMs: 35_000,
  // For many minutes V8 compiles ever more of what runs often, and that is most of how the heap
  // grows: 2.7 of 3.5 MiB in four minutes, by snapshots. What the bot itself holds would not show.
  flags: ["--no-opt"],
};

const sum = (counts: Readonly<Record<string, number>> = {}): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

it("every interaction is accounted for, and nothing grows", async () => {
  const results = await Promise.all(modes.map((mode) => soak(mode, options)));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  for (const result of results) {
    expect(result).toMatchObject({ defects: [], mishaps: [], wrongWatches: [], exit: 0 });
    // What Slack itself loses, of all that people did.
    expect(result.lost).toBeLessThanOrEqual(result.deeds * 0.05);
    const [early, late] = result.holdings;
    expect(late?.heapMib).toBeLessThanOrEqual((early?.heapMib ?? 0) * 1.1);
    // Some timers come and go. What one interaction in a hundred leaves behind would be more.
    expect(sum(late?.handles)).toBeLessThanOrEqual(sum(early?.handles) + 8);
    expect(late?.listeners).toBeLessThanOrEqual((early?.listeners ?? 0) + 8);
    expect(late?.warnings).toBe(0);
  }
});
