import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { freshPlace, onEachStore } from "./stores.ts";

const mine = { by: "a process", forMs: 60_000 };
const others = { by: "another process", forMs: 60_000, most: 10 };
const always = { notBefore: 0, mostTimes: 2 };

onEachStore("deliveries", (open, kind) => {
  it("are new once, also to those who ask at the same time", async () => {
    const { deliveries } = await open();
    const firsts = await Promise.all(Array.from({ length: 20 }, () => deliveries.begins("Ev1")));
    expect(firsts.filter(Boolean)).toHaveLength(1);
    expect(await deliveries.begins("Ev1", { ...mine, sealed: "a" })).toBe(false);
    expect(await deliveries.begins("Ev2")).toBe(true);
    // Nothing is known of what they ask for, so there is nothing to take over.
    expect(await deliveries.claim(others, always)).toEqual([]);
  });

  it("are taken over when their process is not heard of any more, each by one", async () => {
    const { deliveries } = await open();
    for (const id of ["a", "b", "c"]) {
      await deliveries.begins(id, { by: "gone", forMs: 50, sealed: `what ${id} asks` });
    }
    await deliveries.begins("d", { ...mine, sealed: "what d asks" });
    await deliveries.ended(["c"]);
    expect(await deliveries.claim(others, always)).toEqual([]);
    await wait(60);
    const taken = await Promise.all(
      Array.from({ length: 5 }, () => deliveries.claim({ ...others, most: 1 }, always)),
    );
    expect(taken.flat().toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: "a", sealed: "what a asks" },
      { id: "b", sealed: "what b asks" },
    ]);
  });

  it("stay with a process that says it is alive", async () => {
    const { deliveries } = await open();
    const brief = { by: "slow", forMs: 50 };
    await deliveries.begins("a", { ...brief, sealed: "what a asks" });
    await deliveries.keep({ ...brief, forMs: 60_000 });
    await wait(60);
    expect(await deliveries.claim(others, always)).toEqual([]);
  });

  it("are taken over a few times and not for ever, and when they are young enough", async () => {
    const { deliveries, now, prune } = await open();
    await deliveries.begins("a", { by: "gone", forMs: 0, sealed: "what a asks" });
    await wait(5);
    expect(await deliveries.claim(others, { ...always, notBefore: now() + 1_000 })).toEqual([]);
    const brief = { ...others, forMs: 0 };
    expect(await deliveries.claim(brief, always)).toHaveLength(1);
    await wait(5);
    expect(await deliveries.claim(brief, always)).toHaveLength(1);
    await wait(5);
    expect(await deliveries.claim(brief, always)).toEqual([]);

    // What nobody may answer any more is forgotten, but not that it was handled.
    const day = 86_400_000;
    await prune({ endedWatches: day, cards: day, lookUps: day, handled: day, openDeliveries: 1 });
    expect(await deliveries.claim(brief, { notBefore: 0, mostTimes: 99 })).toEqual([]);
    expect(await deliveries.begins("a")).toBe(false);
  });

  it("of an earlier process are free at once where one process alone uses the store", async () => {
    const place = await freshPlace(kind);
    const first = await open(undefined, place);
    await first.deliveries.begins("a", { ...mine, sealed: "what a asks" });
    const second = await open(undefined, place);
    const taken = await second.deliveries.claim(others, always);
    expect(taken).toHaveLength(kind === "sqlite" ? 1 : 0);
  });
});
