import { describe, expect, it } from "vitest";
import { liveRoom } from "../cards/found.ts";
import { explainFailure } from "../../src/tencent/catalogue/explain.ts";
import type { LookupResult } from "../../src/room/result.ts";
import { readRoom } from "../../src/watch/read-room.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { found, start, watchOfRoom } from "./watch-fixture.ts";

const figures = { staleAfterMs: 45_000 };
const read = (watch: Watch, result: LookupResult, readAt = start) =>
  readRoom(watch, result, readAt, figures);

function failed(asOf: number): LookupResult {
  const fault = { name: "timed-out" } as unknown as Extract<
    LookupResult,
    { kind: "failed" }
  >["fault"];
  const problem = explainFailure({ name: "out-of-time" });
  return {
    kind: "failed",
    id: liveRoom,
    problem,
    fault,
    errorInfo: "",
    requestId: undefined,
    tries: 1,
    asOf,
  };
}

describe("a reading", () => {
  it("of a room that is as it was changes nothing, not even the watch", () => {
    const watch = watchOfRoom({ entries: 3, hidden: false });
    expect(read(watch, found({ entries: 3, hidden: false }, start + 5_000)).watch).toBe(watch);
  });

  it("is the same after it was kept, beyond 2^53 too", async () => {
    const { readExactJson, exactJson } = await import("../../src/lib/exact-numbers.ts");
    const room = { entries: 2n ** 60n, seatMode: { raw: "odd" } } as const;
    const kept = watchOfRoom(room);
    const watch = { ...kept, reading: readExactJson(exactJson(kept.reading)) as Watch["reading"] };
    expect(read(watch, found(room)).watch).toBe(watch);
  });

  it.each([
    ["chatMuted", true, "chat was muted for everyone"],
    ["chatMuted", false, "chat was opened"],
    ["hidden", true, "the room was hidden from the room list"],
    ["hidden", false, "the room was put into the room list"],
    ["seatsEnabled", true, "seats were turned on"],
    ["seatsEnabled", false, "seats were turned off"],
  ] as const)("with another %s (%s) is news", (field, now, words) => {
    const after = read(watchOfRoom({ [field]: !now }), found({ [field]: now }, start + 5_000));
    expect(after.news).toEqual({ clauses: [words], owner: undefined, at: start + 5_000 });
    expect(after.watch.wanted).toBe(2);
    expect(after.isLively).toBe(true);
  });

  it("with another owner is news, and says whom", () => {
    const { news } = read(watchOfRoom({ owner: "a" }), found({ owner: "b" }));
    expect(news).toMatchObject({ clauses: ["the owner changed"], owner: "b" });
  });

  it("that leaves a field out is no news", () => {
    const watch = watchOfRoom({ owner: "a", chatMuted: true });
    const { news, watch: after } = read(watch, found({}));
    expect(news).toBeUndefined();
    expect(after.wanted).toBe(2);
  });

  it("with more entries changes the card alone, and does not make the room lively", () => {
    const after = read(watchOfRoom({ entries: 3 }), found({ entries: 4 }));
    expect(after.watch.wanted).toBe(2);
    expect(after.news).toBeUndefined();
    expect(after.isLively).toBe(false);
    expect(read(watchOfRoom(), found({ entries: 4 })).isLively).toBe(false);
  });

  it("tells of a jump in entries when they are so many more, and counts on from there", () => {
    const watch = watchOfRoom({ entries: 100 }, { entriesStep: 50, entriesFrom: 100n });
    const close = read(watch, found({ entries: 149 }));
    expect(close.news).toBeUndefined();
    const jump = read(close.watch, found({ entries: 151 }));
    expect(jump.news?.clauses).toEqual([
      "51 more entries (people who come back are counted again)",
    ]);
    expect(read(jump.watch, found({ entries: 200 })).news).toBeUndefined();
    expect(read(jump.watch, found({ entries: 201 })).news?.clauses[0]).toContain("50 more entries");
  });

  it("without the room ends the watch, and keeps its name for the last card", () => {
    const missing = {
      kind: "missing",
      id: liveRoom,
      code: 100004,
      errorInfo: "",
      requestId: "r",
    } as const;
    const { watch, news } = read(watchOfRoom({ name: "Show" }), { ...missing, asOf: start + 1 });
    expect(watch.ending).toEqual({ why: "gone", at: start + 1, detail: undefined });
    expect(watch.reading).toMatchObject({ kind: "missing", name: "Show" });
    expect(news?.clauses).toEqual(["the room has gone, and the watch has ended"]);
  });
});

describe("a reading that fails", () => {
  it("changes nothing until Tencent has been silent for a while", () => {
    const watch = watchOfRoom();
    expect(read(watch, failed(start + 44_999)).watch).toBe(watch);
  });

  it("then says since when, once, until one succeeds", () => {
    const silent = read(watchOfRoom(), failed(start + 45_000)).watch;
    expect(silent).toMatchObject({ wanted: 2, stale: { since: start } });
    expect(read(silent, failed(start + 90_000)).watch).toBe(silent);
    const back = read(silent, found({}, start + 95_000)).watch;
    expect(back).toMatchObject({ wanted: 3, stale: undefined });
  });
});
