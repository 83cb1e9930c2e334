import { describe, expect, it } from "vitest";
import { nextWork } from "../../src/watch/next-work.ts";
import { afterEditFailure, afterFailure, afterSuccess } from "../../src/watch/outcomes.ts";
import { start, watchOfRoom } from "./watch-fixture.ts";

const figures = { editEveryMs: 10_000, doubtMs: 2_000 };
const reply = { id: "r1", news: { clauses: ["x"], at: start }, begunAt: undefined };
const next = (
  change: Parameters<typeof watchOfRoom>[1],
  waiting: Parameters<typeof nextWork>[1] = [],
) => {
  const due = nextWork(watchOfRoom({}, change), waiting, figures);
  return due && [due.work.kind, due.at - start];
};

describe("what is to be done next for a watch", () => {
  it("whose card is up to date: nothing until its time is over", () => {
    expect(next({})).toEqual(["expire", 7_200_000]);
  });

  it("whose card is behind: an edit, ten seconds after the last", () => {
    expect(next({ wanted: 2 })).toEqual(["edit-card", 10_000]);
    expect(next({ wanted: 2, shown: 0, shownAt: undefined })).toEqual(["edit-card", -start]);
  });

  it("with something to say: that, at once; but a card that may be edited comes first", () => {
    expect(next({ wanted: 2 }, [reply])?.[0]).toBe("reply");
    expect(next({ wanted: 2, shownAt: undefined }, [reply])?.[0]).toBe("edit-card");
  });

  it("after a post of which nothing is known: a look, when it must have arrived", () => {
    expect(next({}, [{ ...reply, begunAt: start + 100 }])).toEqual(["reply", 2_100]);
    expect(next({ card: undefined, begunAt: start + 50 })).toEqual(["post-card", 2_050]);
  });

  it("after a post that failed: no other before its time; edits and the end do not wait for it", () => {
    expect(next({ notBefore: start + 5_000 }, [reply])).toEqual(["reply", 5_000]);
    const waits = { notBefore: start + 20_000 };
    expect(next({ ...waits, wanted: 2 }, [reply])).toEqual(["edit-card", 10_000]);
    expect(next({ ...waits, endsAt: start + 1 }, [reply])?.[0]).toBe("expire");
  });

  it("that has ended: what is left to say and to show, and then nothing", () => {
    const ending = { why: "gone", at: start, detail: undefined } as const;
    expect(next({ ending, wanted: 2 }, [reply])?.[0]).toBe("reply");
    expect(next({ ending, wanted: 2 })).toEqual(["edit-card", 10_000]);
    expect(next({ ending })).toBeUndefined();
    expect(next({ ending, card: undefined })).toBeUndefined();
    expect(next({ ending: { ...ending, why: "lost" }, wanted: 2 }, [reply])).toBeUndefined();
  });
});

describe("a message that Slack does not take", () => {
  const retries = { retryMs: 5_000, longestRetryMs: 60_000 };
  const fail = (failures: number, afterMs?: number) => {
    const posted = {
      kind: "later",
      reason: "busy",
      ...(afterMs === undefined ? {} : { afterMs }),
    } as const;
    const { notBefore = 0 } = afterFailure(watchOfRoom({}, { failures }), posted, start, retries);
    return notBefore - start;
  };

  it("is tried again later and later, or when Slack says", () => {
    expect([0, 1, 2, 3, 4, 50].map((failures) => fail(failures))).toEqual([
      5_000, 10_000, 20_000, 40_000, 60_000, 60_000,
    ]);
    expect(fail(3, 1_000)).toBe(1_000);
  });

  it("as an edit, waits for itself alone", () => {
    const edit = { ...retries, editEveryMs: 10_000 };
    const after = (posted: Parameters<typeof afterEditFailure>[1]) => {
      const watch = afterEditFailure(watchOfRoom({}, { wanted: 2 }), posted, start, edit);
      expect(nextWork(watch, [reply], figures)?.work.kind).toBe("reply");
      const due = nextWork(watch, [], figures);
      return due && [due.work.kind, due.at - start];
    };
    expect(after({ kind: "later", reason: "ratelimited", afterMs: 30_000 })).toEqual([
      "edit-card",
      30_000,
    ]);
    expect(after({ kind: "later", reason: "odd" })).toEqual(["edit-card", 5_000]);
    expect(after({ kind: "doubtful", reason: "no answer" })).toEqual(["edit-card", 10_000]);
  });

  it("is forgotten with the first that it takes", () => {
    expect(afterSuccess(watchOfRoom({}, { failures: 4, notBefore: start }))).toMatchObject({
      failures: 0,
      notBefore: undefined,
    });
  });

  it("for good ends the watch, whatever ended it before", () => {
    const ending = { why: "expired", at: start, detail: undefined } as const;
    const lost = { kind: "lost", reason: "is_archived" } as const;
    const { ending: after } = afterFailure(watchOfRoom({}, { ending }), lost, start + 1, retries);
    expect(after).toEqual({ why: "lost", at: start + 1, detail: "is_archived" });
  });
});
