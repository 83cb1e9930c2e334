import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startPostgres, type PostgresServer } from "../../support/postgres.ts";
import { runProgram } from "../../support/program.ts";
import { sdkAppId, secrets } from "../../support/stage.ts";
import { startTencentProcess, type TencentProcess } from "../../support/tencent-process.ts";

const program = fileURLToPath(new URL("../../support/shared-burst-process.mjs", import.meta.url));

let tencent: TencentProcess;
let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
  tencent = await startTencentProcess(3_000);
});
beforeEach(() => tencent.reset());
afterAll(() => Promise.all([postgres.close(), tencent.close()]));

interface Outcome {
  readonly ok: number;
  readonly seconds: number;
}

/** Processes that ask for so many rooms each, at once. */
async function burst(counts: readonly number[], database?: string): Promise<Outcome[]> {
  const processes = await Promise.all(
    counts.map(async (count) => {
      const one = runProgram(program, [], {
        BURST_URL: tencent.url,
        BURST_APP: String(sdkAppId),
        BURST_KEY: secrets.secretKey,
        BURST_COUNT: String(count),
        ...(database === undefined ? {} : { BURST_DATABASE: database }),
      });
      await one.written(/ready/);
      return one;
    }),
  );
  // The reserve is shared out by then, and the silence over.
  await new Promise((resolve) => {
    setTimeout(resolve, 6_000);
  });
  for (const one of processes) one.type("go\n");
  return Promise.all(
    processes.map(async (one) => {
      await one.ended;
      const [line = ""] = /\{.*\}/.exec(one.out) ?? [];
      if (line === "") throw new Error(one.err);
      return JSON.parse(line) as Outcome;
    }),
  );
}

async function expectKept(): Promise<void> {
  const { queries, refused, mostInASlidingSecond } = await tencent.stats();
  expect({ queries, refused }).toEqual({ queries: 3_000, refused: 0 });
  expect(mostInASlidingSecond).toBeLessThanOrEqual(200);
}

it("three processes have one process's throughput, evenly or not, and keep to one quota", async () => {
  const [alone] = await burst([3_000]);
  await expectKept();
  async function shared(counts: readonly number[]): Promise<number[]> {
    await tencent.reset();
    const outcomes = await burst(counts, postgres.url);
    expect(outcomes.map(({ ok }) => ok)).toEqual(counts);
    await expectKept();
    return outcomes.map(({ seconds }) => seconds);
  }
  const alike = await shared([1_000, 1_000, 1_000]);
  const unlike = await shared([2_800, 150, 50]);
  const of = (seconds: readonly number[]): number => (alone?.seconds ?? 0) / Math.max(...seconds);
  process.stdout.write(`${JSON.stringify({ alone, alike, unlike })}\n`);
  expect(of(alike)).toBeGreaterThan(0.95);
  // None of three alike was served at the cost of another.
  expect(Math.min(...alike) / Math.max(...alike)).toBeGreaterThan(0.9);
  // Here the others' parts of the reserve lie idle: one slot in thirty.
  expect(of(unlike)).toBeGreaterThan(0.92);
  // Who wants little gets it, and does not wait behind the backlog of another.
  expect(unlike[1]).toBeLessThan(5);
  expect(unlike[2]).toBeLessThan(3);
}, 150_000);
