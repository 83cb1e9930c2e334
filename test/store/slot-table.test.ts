import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReserveBeat, SlotTable, Trade } from "../../src/lib/slot-table.ts";
import { openSlotTable } from "../../src/store/slot-table.ts";
import { createStore } from "../../src/store/store.ts";
import { engineOf, freshPlace, kinds } from "./stores.ts";

let tables: readonly [SlotTable, SlotTable, SlotTable];
let table: SlotTable;
let url: string;
const sizes = { slots: 20, reserve: 4, silenceMs: 0 };

beforeEach(async () => {
  const place = await freshPlace("postgres");
  if (place.kind !== "postgres") throw new Error("this is about PostgreSQL");
  ({ url } = place);
  await (await createStore(await engineOf(place))).close();
  const open = (): Promise<SlotTable> => openSlotTable(url, 5_000);
  tables = await Promise.all([open(), open(), open()]);
  [table] = tables;
});
afterEach(() => Promise.all(tables.map((one) => one.close())));

const trade = (change: Partial<Trade> = {}): Trade => ({
  me: "a",
  lease: "a:1",
  leaseMs: 60_000,
  released: [],
  demand: { person: 1, background: 0 },
  take: 5,
  upTo: 20,
  keepFree: 0,
  aheadMs: 0,
  silentMs: 60_000,
  ...change,
});
const idsOf = (list: readonly { id: number }[]): number[] =>
  list.map(({ id }) => id).toSorted((a, b) => a - b);
const takes = async (change: Partial<Trade> = {}) =>
  idsOf((await table.trade(trade(change))).taken);

const beat = (change: Partial<ReserveBeat> = {}): ReserveBeat => ({
  me: "a",
  kept: [],
  given: [],
  lease: "a:1",
  lifeMs: 60_000,
  part: 2,
  upTo: 4,
  goneMs: 60_000,
  ...change,
});

async function administer(query: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(query);
  await client.end();
}

describe.skipIf(!kinds.some((kind) => kind === "postgres"))("the table of slots", () => {
  it("gives each slot to one, however many ask at once, and no more than there are", async () => {
    await table.prepare(sizes);
    const words = [...tables, ...tables, ...tables, ...tables].map((one, index) =>
      one.trade(trade({ me: `p${index}`, lease: `p${index}`, take: 3 })),
    );
    const taken = (await Promise.all(words)).flatMap((answer) => answer.taken);
    expect(new Set(idsOf(taken)).size).toBe(taken.length);
    const rest = await takes({ take: 50 });
    expect(idsOf([...taken, ...rest.map((id) => ({ id }))])).toHaveLength(20);
    expect(await takes({ take: 50 })).toEqual([]);
  });

  it("is silent at first, and where it grows", async () => {
    await table.prepare({ ...sizes, silenceMs: 300 });
    expect(await takes()).toEqual([]);
    await wait(320);
    expect(await takes({ take: 50 })).toHaveLength(20);
    await table.prepare({ ...sizes, slots: 30, silenceMs: 300 });
    expect(await takes({ upTo: 30, take: 50 })).toEqual([]);
    await wait(320);
    expect(await takes({ upTo: 30, take: 50 })).toHaveLength(10);
  });

  it("gives out what is within a process's own figure, and what others may not have first", async () => {
    await table.prepare(sizes);
    expect(await takes({ upTo: 3, take: 50 })).toEqual([1, 2, 3]);
    expect((await takes({ keepFree: 10, take: 10 })).every((id) => id > 10)).toBe(true);
  });

  it("keeps a slot through its rest, and tells ahead when it is over", async () => {
    await table.prepare({ ...sizes, slots: 1 });
    await takes();
    const released = [{ id: 1, lease: "a:1", restMs: 1_500 }];
    expect(await takes({ released, lease: "a:2" })).toEqual([]);
    await wait(200);
    expect(await takes({ lease: "a:3" })).toEqual([]);
    const [ahead] = (await table.trade(trade({ lease: "a:4", aheadMs: 1_400 }))).taken;
    expect(ahead?.id).toBe(1);
    expect(ahead?.waitMs).toBeGreaterThan(100);
    expect(ahead?.waitMs).toBeLessThanOrEqual(1_300);
  });

  it("takes a slot back when its lease is over, and no late word for it", async () => {
    await table.prepare({ ...sizes, slots: 1 });
    await takes({ leaseMs: 200 });
    expect(await takes({ me: "b", lease: "b:1" })).toEqual([]);
    await wait(220);
    expect(await takes({ me: "b", lease: "b:1" })).toEqual([1]);
    const released = [{ id: 1, lease: "a:1", restMs: 0 }];
    expect(await takes({ released, lease: "a:2" })).toEqual([]);
    expect(await takes({ lease: "a:3" })).toEqual([]);
  });

  it("tells what others want, as long as they say so", async () => {
    await table.prepare(sizes);
    await table.trade(trade({ me: "b", demand: { person: 7, background: 3 } }));
    await table.trade(trade({ me: "c", demand: { person: 0, background: 0 } }));
    expect((await table.trade(trade())).others).toEqual([{ person: 7, background: 3 }]);
    await wait(120);
    expect((await table.trade(trade({ silentMs: 100 }))).others).toEqual([]);
    await table.leave("b");
    expect((await table.trade(trade())).others).toEqual([]);
  });

  it("of a database that was started anew is closed, once, for all", async () => {
    await table.prepare(sizes);
    const kept = (await table.keepReserve(beat())).slots;
    await administer("update slot_epoch set started_at = 'before'");
    expect(await table.trade(trade())).toMatchObject({ isKnown: false, taken: [] });
    await Promise.all(tables.map((one) => one.renew({ slotsMs: 400, reserveMs: 60_000 })));
    expect(await table.trade(trade())).toMatchObject({ isKnown: true, taken: [] });
    await wait(250);
    await table.renew({ slotsMs: 400, reserveMs: 60_000 });
    await wait(200);
    expect(await takes()).toHaveLength(5);
    // Those who have a part go on with it; nobody else gets one.
    expect((await table.keepReserve(beat({ kept, lease: "a:2" }))).slots).toEqual(kept);
    expect((await table.keepReserve(beat({ me: "b", lease: "b:1" }))).slots).toEqual([]);
  });

  describe("as to its reserve", () => {
    it("gives each its part, and each slot to one", async () => {
      await table.prepare(sizes);
      const parts = await Promise.all(
        tables.map((one, index) => {
          const me = "abc".charAt(index);
          return one.keepReserve(beat({ me, lease: me }));
        }),
      );
      const slots = parts.flatMap((part) => part.slots);
      expect(new Set(idsOf(slots)).size).toBe(slots.length);
      const { living } = await table.keepReserve(beat({ part: 0 }));
      expect(living.toSorted()).toEqual(["a", "b", "c"]);
    });

    it("keeps a part that is kept, gives on what is given back, and ends it in time", async () => {
      await table.prepare({ ...sizes, reserve: 2 });
      const mine = (await table.keepReserve(beat({ lifeMs: 300 }))).slots;
      expect(idsOf(mine)).toEqual([1, 2]);
      await wait(200);
      const [one, two] = mine;
      if (one === undefined || two === undefined) throw new Error("a part of two was taken");
      const given = [{ ...one, restMs: 0 }];
      const left = await table.keepReserve(beat({ kept: [two], given, part: 1, lifeMs: 300 }));
      expect(left.slots).toEqual([two]);
      const other = await table.keepReserve(beat({ me: "b", lease: "b:1" }));
      expect(idsOf(other.slots)).toEqual([one.id]);
      // Whoever does not say so in time has nothing any more.
      await wait(320);
      const all = await table.keepReserve(beat({ me: "b", lease: "b:2", kept: other.slots }));
      expect(idsOf(all.slots)).toEqual([1, 2]);
      expect((await table.keepReserve(beat({ kept: [two] }))).slots).toEqual([]);
    });

    it("knows again what was taken by a word without an answer", async () => {
      await table.prepare(sizes);
      const lost = await table.keepReserve(beat({ lease: "a:lost" }));
      const found = await table.keepReserve(beat({ lease: "a:lost" }));
      expect(found.slots).toEqual(lost.slots);
    });
  });
});
