import { expect, it } from "vitest";
import { modes } from "../support/stage.ts";
import { soak } from "./soak.ts";

/** Ten minutes; SOAK_SECONDS makes it another time. */
const seconds = Number(process.env["SOAK_SECONDS"] ?? 600);

it("no interaction is lost, and nothing grows", async () => {
  const early = Math.min(60, seconds / 3);
  const results = await Promise.all(modes.map((mode) => soak(mode, seconds, early)));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  for (const result of results) {
    expect(result).toMatchObject({ lost: [], mishaps: [], wrongWatches: [], exit: 0 });
    expect(result.late.heapMib).toBeLessThanOrEqual(result.early.heapMib * 1.1);
    expect(result.late.handles).toBeLessThanOrEqual(result.early.handles + 5);
    expect(result.late.listeners).toBeLessThanOrEqual(result.early.listeners + 5);
    expect(result.late.warnings).toBe(0);
  }
});
