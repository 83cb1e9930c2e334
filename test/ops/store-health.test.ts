import { describe, expect, test } from "vitest";
import { createStoreHealth } from "../../src/ops/store-health.ts";

const figures = { healthWaitMs: 20, storeNewsMs: 1_000 };
const storeOf = (countActive: () => Promise<number>) => ({ watches: { countActive } });

describe("the store's health", () => {
  test("of a bot that keeps nothing is nothing to say", async () => {
    const check = createStoreHealth({ ...figures, store: undefined });
    expect(await check()).toEqual({ warnings: [], watches: undefined });
  });

  test("is the number of watches, asked for once a second however many want to know", async () => {
    let now = 0;
    let count = 0;
    const store = storeOf(() => Promise.resolve((count += 1)));
    const check = createStoreHealth({ ...figures, store, now: () => now });
    const [first, second] = await Promise.all([check(), check()]);
    expect(first).toEqual({ warnings: [], watches: 1 });
    expect(second).toEqual(first);
    now = 999;
    expect(await check()).toEqual(first);
    now = 1_000;
    expect((await check()).watches).toBe(2);
  });

  test.each([
    ["breaks", () => Promise.reject(new Error("away"))],
    ["hangs", () => new Promise<number>(() => undefined)],
  ])("of one that %s is a warning, within the time that is allowed", async (_, countActive) => {
    const check = createStoreHealth({ ...figures, store: storeOf(countActive) });
    const { warnings, watches } = await check();
    expect(warnings.map(({ reason }) => reason)).toEqual(["store-failing"]);
    expect(watches).toBeUndefined();
  });
});
