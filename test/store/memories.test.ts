import { expect, it } from "vitest";
import { onEachStore } from "./stores.ts";

onEachStore("what is remembered", (open) => {
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
    const { deliveries, threadCards, lookUps, prune } = await open(() => at);
    const rest = { asker: "U1", channel: "C1", entry: "command", room: "r", ms: 12 };
    const lookUp = { ...rest, result: "found", outcome: "answered" };
    await deliveries.begins("old");
    await threadCards.put({ channel: "C1", thread: "1.1", room: "old", card: "1.2" });
    await lookUps.add({ ...lookUp, id: "old", at });
    at = 5_000;
    await deliveries.begins("young");
    await threadCards.put({ channel: "C1", thread: "1.1", room: "young", card: "1.3" });
    await lookUps.add({ ...lookUp, id: "young", at });
    const three = 3_000;
    await prune({
      handled: three,
      openDeliveries: three,
      cards: three,
      lookUps: three,
      endedWatches: three,
    });
    expect(await deliveries.begins("old")).toBe(true);
    expect(await deliveries.begins("young")).toBe(false);
    expect((await threadCards.in("C1", "1.1")).map(({ room }) => room)).toEqual(["young"]);
    // Its place is free again, and the other one's is not.
    await lookUps.add({ ...lookUp, id: "old", at });
    await expect(lookUps.add({ ...lookUp, id: "young", at })).rejects.toThrow(/unique/i);
  });
});
