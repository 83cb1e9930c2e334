import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import type { NewWatchRow } from "../../src/store/watches.ts";
import { freshPlace, onEachStore } from "./stores.ts";

/** By the clock of this machine, which is that of the database as well. */
const claim = (by: string, forMs = 30_000) => ({ by, now: Date.now(), forMs, most: 1_000 });

function row(id: string, change: Partial<NewWatchRow> = {}): NewWatchRow {
  return {
    id,
    room: "live-1",
    channel: "C1",
    started_by: "U1",
    started_at: 1_000,
    ends_at: 9_000_000,
    reading: "{}",
    wanted: 1,
    shown: 0,
    failures: 0,
    due_at: 5_000,
    ...change,
  };
}

/** A moment past that, for databases that count in whole ms. */
const until = (moment: number): Promise<void> => wait(Math.max(0, moment + 5 - Date.now()));

const check = { dueAt: 5_000, hotUntil: 60_000, readAt: 1_000 };

onEachStore("watches", (open, kind) => {
  it("one place has one watch of a room, also for those who begin it at once", async () => {
    const { watches } = await open();
    const begun = await Promise.all(
      Array.from({ length: 10 }, (_, index) => watches.begin(row(`w${index}`), check)),
    );
    expect(begun.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(begun.map(({ watch }) => watch.id)).size).toBe(1);
    expect((await watches.begin(row("other"), check)).isNew).toBe(false);
    expect((await watches.begin(row("thread", { thread: "1.1" }), check)).isNew).toBe(true);
    expect((await watches.begin(row("thread2", { thread: "1.1" }), check)).isNew).toBe(false);
    expect((await watches.begin(row("channel", { channel: "C2" }), check)).isNew).toBe(true);
    expect((await watches.activeIn("C1")).map(({ thread }) => thread)).toEqual([null, "1.1"]);
  });

  it("knows which rooms are watched, until the last watch is over", async () => {
    const { watches, checks } = await open();
    expect(await checks.has("live-1")).toBe(false);
    await watches.begin(row("first"), check);
    expect(await checks.has("live-1")).toBe(true);
    expect(await checks.has("live-2")).toBe(false);
    await checks.settle("live-1", () => ({ watches: [], next: undefined }));
    expect(await checks.has("live-1")).toBe(false);
  });

  it("a place is free again for one that ended", async () => {
    const { watches } = await open();
    await watches.begin(row("first"), check);
    await watches.change("first", () => ({ set: { ended_at: 2_000, ended_why: "stopped" } }));
    expect((await watches.begin(row("second"), check)).isNew).toBe(true);
    expect((await watches.activeIn("C1")).map(({ id }) => id)).toEqual(["second"]);
  });

  it("what is due is taken by one, also of several processes that take at once", async () => {
    const place = await freshPlace(kind);
    const first = await open(undefined, place);
    const stores =
      kind === "sqlite"
        ? [first]
        : [first, await open(undefined, place), await open(undefined, place)];
    for (let index = 0; index < 60; index += 1) {
      await first.watches.begin(row(`w${index}`, { room: `live-${index}` }), check);
    }
    const takers = Array.from({ length: 12 }, (_, index) => ({
      ...claim(`p${index}`),
      most: 7,
    }));
    const taken = async (table: "checks" | "watches") =>
      (
        await Promise.all(
          takers.map(async (taker, index) => stores[index % stores.length]?.[table].claim(taker)),
        )
      ).flatMap((keys) => keys ?? []);
    for (const keys of [await taken("checks"), await taken("watches")]) {
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(0);
    }
    expect([...(await taken("checks"))].length).toBeLessThan(60);
  });

  it("what is not due stays, and what was taken comes free when its taker is silent", async () => {
    const { watches, checks } = await open();
    const dueAt = Date.now() + 400;
    await watches.begin(row("w", { due_at: dueAt }), { ...check, dueAt });
    expect(await watches.claim(claim("a"))).toEqual([]);
    expect(await checks.claim(claim("a"))).toEqual([]);
    await until(dueAt);
    expect(await watches.claim(claim("a", 400))).toEqual(["w"]);
    expect(await checks.claim(claim("a", 400))).toEqual(["live-1"]);
    const overAt = Date.now() + 400;
    expect(await watches.claim(claim("b"))).toEqual([]);
    await until(overAt);
    expect(await watches.claim(claim("b"))).toEqual(["w"]);
    expect(await checks.claim(claim("b"))).toEqual(["live-1"]);
  });

  it("what a claim was lost for is not noted, and a reading of somebody who asked leaves it alone", async () => {
    const { watches, checks } = await open();
    await watches.begin(row("w"), check);
    await checks.claim(claim("a", 0));
    await checks.claim(claim("b"));
    const next = { dueAt: 1_000, hotUntil: 0, readAt: 1_500 };
    const noted = () => ({ watches: [{ id: "w", set: { reading: "noted" } }], next });
    await checks.settle("live-1", noted, "a");
    expect((await watches.activeIn("C1"))[0]?.reading).toBe("{}");
    await checks.settle("live-1", noted);
    expect((await watches.activeIn("C1"))[0]?.reading).toBe("noted");
    expect(await checks.claim(claim("c"))).toEqual([]);
    await checks.settle("live-1", noted, "b");
    expect(await checks.claim(claim("c"))).toEqual(["live-1"]);
  });

  it("a reading is noted for all watches of its room, with what is to be said, in order", async () => {
    const { watches, checks } = await open();
    await watches.begin(row("a"), check);
    await watches.begin(row("b", { channel: "C2" }), check);
    await watches.begin(row("c", { room: "live-2" }), check);
    await checks.claim(claim("p"));
    for (const words of ["one", "two"]) {
      await checks.settle(
        "live-1",
        (before) => ({
          watches: before.watches.map(({ watch }) => ({
            id: watch.id,
            set: { reading: words },
            replies: [{ id: `${watch.id}-${words}`, words }],
          })),
          next: { dueAt: 11_000, hotUntil: before.hotUntil + 1, readAt: 10_500 },
        }),
        words === "two" ? "p" : undefined,
      );
    }
    const state = await watches.change("a", () => ({ reply: { id: "a-one", message: "1.1" } }));
    expect(state?.watch.reading).toBe("two");
    expect(state?.waiting.map(({ id }) => id)).toEqual(["a-two"]);
    const other = await watches.change("b", () => ({}));
    expect(other?.waiting.map(({ words, number }) => [words, number])).toEqual([
      ["one", 1],
      ["two", 2],
    ]);
    // Given back, and due again.
    expect(await checks.claim(claim("q"))).toEqual(["live-1"]);
    await checks.settle("live-1", (before) => {
      expect(before).toMatchObject({ hotUntil: 60_002, readAt: 10_500 });
      return { watches: [], next: undefined };
    });
    expect(await checks.claim(claim("q"))).toEqual([]);
    expect((await watches.claim(claim("q"))).toSorted()).toEqual(["a", "b", "c"]);
  });

  it("a question makes its room due sooner, and never later", async () => {
    const { watches, checks } = await open();
    const soon = Date.now() + 400;
    const late = soon + 60_000;
    await watches.begin(row("w"), { ...check, dueAt: late });
    await checks.hurry("live-1", { dueAt: soon, hotUntil: late });
    expect(await checks.claim(claim("p"))).toEqual([]);
    await checks.hurry("live-1", { dueAt: soon + 30_000, hotUntil: late });
    await checks.hurry("not-watched", { dueAt: 1, hotUntil: 1 });
    await until(soon);
    expect(await checks.claim(claim("p"))).toEqual(["live-1"]);
  });

  it("one that ended long ago, with nothing left to say, is forgotten with its replies", async () => {
    const { watches, prune } = await open(() => 100_000);
    for (const id of ["old", "busy", "young"]) {
      await watches.begin(row(id, { room: id }), check);
      const ended_at = id === "young" ? 99_000 : 10_000;
      const due_at = id === "busy" ? 200_000 : null;
      const replies = [{ id: `${id}-1`, words: "{}" }];
      await watches.change(id, () => ({ set: { ended_at, due_at }, replies }));
    }
    const ages = { handled: 1, openDeliveries: 1, cards: 1, lookUps: 1, endedWatches: 50_000 };
    await prune(ages);
    const left = await Promise.all(
      ["old", "busy", "young"].map((id) => watches.change(id, () => ({}))),
    );
    expect(left.map((state) => state?.watch.id)).toEqual([undefined, "busy", "young"]);
    expect(left[1]?.waiting).toHaveLength(1);
    // The reply went with its watch, so that its id is free.
    await watches.change("busy", () => ({ replies: [{ id: "old-1", words: "{}" }] }));
  });
});
