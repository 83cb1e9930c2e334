import { expect, it } from "vitest";
import { onEachStore } from "./stores.ts";

onEachStore("what is remembered", (open) => {
  it("an event is new once, also to those who ask at the same time", async () => {
    const { handled } = await open();
    const firsts = await Promise.all(Array.from({ length: 20 }, () => handled.begins("Ev1")));
    expect(firsts.filter(Boolean)).toHaveLength(1);
    expect(await handled.begins("Ev1")).toBe(false);
    expect(await handled.begins("Ev2")).toBe(true);
  });

  it("a thread has one card for each room, the last that was put there", async () => {
    const { threadCards } = await open();
    await threadCards.put({ channel: "C1", thread: "1.1", room: "a", card: "2.1" });
    await threadCards.put({ channel: "C1", thread: "1.1", room: "b", card: "2.2" });
    await threadCards.put({ channel: "C1", thread: "1.1", room: "a", card: "2.3" });
    await threadCards.put({ channel: "C2", thread: "1.1", room: "a", card: "9.9" });
    const cards = async () =>
      (await threadCards.in("C1", "1.1")).map(({ room, card }) => [room, card]);
    expect(new Map((await cards()) as [string, string][])).toEqual(
      new Map([
        ["a", "2.3"],
        ["b", "2.2"],
      ]),
    );
    await threadCards.remove("C1", "1.1", "a");
    expect(await cards()).toEqual([["b", "2.2"]]);
  });

  it("what is too old is forgotten, and nothing else", async () => {
    let at = 1_000;
    const { handled, threadCards, lookUps, prune } = await open(() => at);
    const rest = { asker: "U1", channel: "C1", entry: "command", room: "r", ms: 12 };
    const lookUp = { ...rest, result: "found", outcome: "answered" };
    await handled.begins("old");
    await threadCards.put({ channel: "C1", thread: "1.1", room: "old", card: "1.2" });
    await lookUps.add({ ...lookUp, id: "old", at });
    at = 5_000;
    await handled.begins("young");
    await threadCards.put({ channel: "C1", thread: "1.1", room: "young", card: "1.3" });
    await lookUps.add({ ...lookUp, id: "young", at });
    await prune({ handled: 3_000, cards: 3_000, lookUps: 3_000, endedWatches: 3_000 });
    expect(await handled.begins("old")).toBe(true);
    expect(await handled.begins("young")).toBe(false);
    expect((await threadCards.in("C1", "1.1")).map(({ room }) => room)).toEqual(["young"]);
    // Its place is free again, and the other one's is not.
    await lookUps.add({ ...lookUp, id: "old", at });
    await expect(lookUps.add({ ...lookUp, id: "young", at })).rejects.toThrow(/unique/i);
  });
});
