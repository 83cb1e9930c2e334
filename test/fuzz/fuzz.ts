import * as fc from "fast-check";
import { expect } from "vitest";

/**
 * Fuzzing: one property a file, each with an oracle of its own. In `npm test` a short run of new
 * inputs; in `npm run fuzz` a million, or what a minute takes. A run that finds something prints
 * its seed and its path; with these it comes again:
 *
 *   FUZZ_SEED=… FUZZ_PATH=… npx vitest run --project fast test/fuzz/escaping.test.ts
 */
const isLong = process.env["FUZZ"] === "long";
const seed = numberIn("FUZZ_SEED");
const path = process.env["FUZZ_PATH"];
const inputs = numberIn("FUZZ_INPUTS") ?? (isLong ? 1_000_000 : undefined);
const seconds = numberIn("FUZZ_SECONDS") ?? 60;

export interface FuzzOptions {
  /** Inputs in `npm test`: no more than take about a second. */
  readonly short: number;
  /** Fewer than so many in a long run are too few. */
  readonly atLeast?: number;
}

/** Holds the property to as many inputs as this run is for. @returns what was found, and how to see it again */
export async function findings<T>(
  property: fc.IRawProperty<T>,
  { short, atLeast = 1 }: FuzzOptions,
): Promise<string> {
  const start = performance.now();
  const details = await fc.check<T>(property, {
    numRuns: inputs ?? short,
    ...(isLong ? { interruptAfterTimeLimit: seconds * 1000 } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(path === undefined ? {} : { path }),
  });
  if (isLong) {
    const took = ((performance.now() - start) / 1000).toFixed(0);
    const count = details.numRuns.toLocaleString("en-US");
    const { currentTestName: name = "" } = expect.getState();
    const what = details.failed ? "FOUND" : "nothing found";
    process.stdout.write(
      `fuzz: ${name}: ${count} inputs in ${took} s, seed ${details.seed}, ${what}\n`,
    );
  }
  if (details.failed) {
    const report = (await fc.asyncDefaultReportMessage(details))?.slice(0, 4_000);
    const again = `FUZZ_SEED=${details.seed} FUZZ_PATH=${details.counterexamplePath ?? ""}`;
    return `${again}\n${String(details.errorInstance)}\n${report}`;
  }
  const isFull = isLong && inputs === 1_000_000 && seconds >= 60;
  return isFull && details.numRuns < atLeast ? `only ${details.numRuns} inputs` : "";
}

/** @throws when the work takes longer than this in three tries: one may have met a busy machine */
export function withinMs<T>(ms: number, work: () => T): T {
  for (let tries = 1; ; tries += 1) {
    const start = performance.now();
    const result = work();
    const took = performance.now() - start;
    if (took <= ms) return result;
    if (tries === 3) throw new Error(`took ${took.toFixed(0)} ms, more than ${ms} ms`);
  }
}

function numberIn(name: string): number | undefined {
  const text = process.env[name];
  return text === undefined || text === "" ? undefined : Number(text);
}
