import { expect, it } from "vitest";
import { createSharedClock } from "../../src/store/shared-clock.ts";
import { freshPlace, engineOf, kinds } from "./stores.ts";
import { createStore } from "../../src/store/store.ts";

it("goes with the database's clock, asks for it now and then, and forgets an answer that took long", async () => {
  let at = 5_000;
  let ahead = 1_000_000;
  let takesMs = 20;
  let asked = 0;
  const ask = async (): Promise<number> => {
    asked += 1;
    at += takesMs / 2;
    const there = at + ahead;
    at += takesMs / 2;
    return there;
  };
  const clock = await createSharedClock(ask, 10_000, () => at);
  expect(clock.now()).toBe(at + ahead);
  at += 9_000;
  await clock.keep();
  expect([clock.now(), asked]).toEqual([at + 1_000_000, 1]);

  ahead = 1_000_500;
  at += 1_000;
  await clock.keep();
  expect([clock.now(), asked]).toEqual([at + 1_000_500, 2]);

  // As of a process that was paused between asking and hearing: where in that time, nobody knows.
  at += 10_000;
  [ahead, takesMs] = [3_000_000, 30_000];
  await clock.keep();
  expect(clock.now()).toBe(at + 1_000_500);
  takesMs = 20;
  await clock.keep();
  expect(clock.now()).toBe(at + 3_000_000);
});

it.skipIf(!kinds.some((kind) => kind === "postgres"))(
  "is PostgreSQL's in a store of several processes",
  async () => {
    const store = await createStore(await engineOf(await freshPlace("postgres")));
    try {
      // The server is on this machine, so that its clock is this one.
      expect(Math.abs(store.now() - Date.now())).toBeLessThan(500);
    } finally {
      await store.close();
    }
  },
);
