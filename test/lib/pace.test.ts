import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createPace, type Pace } from "../../src/lib/pace.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Turn {
  readonly name: string;
  readonly at: number;
}

/** Sends actions through the pace and notes when each had its turn, on the monotonic clock. */
function recorder(pace: Pace): {
  readonly turns: Turn[];
  readonly send: (...names: string[]) => void;
} {
  const start = performance.now();
  const turns: Turn[] = [];
  return {
    turns,
    send(...names) {
      for (const name of names) {
        void pace.run(() => turns.push({ name, at: performance.now() - start }));
      }
    },
  };
}

describe("a pace of one a second", () => {
  test("runs the first action at once and each other a second after the one before", () => {
    const pace = createPace(1000);
    const { turns, send } = recorder(pace);
    send("a", "b", "c");
    expect(turns).toEqual([{ name: "a", at: 0 }]);
    expect(pace.waiting).toBe(2);
    vi.advanceTimersByTime(5000);
    expect(turns).toEqual([
      { name: "a", at: 0 },
      { name: "b", at: 1000 },
      { name: "c", at: 2000 },
    ]);
    expect(pace.waiting).toBe(0);
  });

  test("saves up nothing while it is idle", () => {
    const { turns, send } = recorder(createPace(1000));
    send("a");
    vi.advanceTimersByTime(10_000);
    send("b", "c");
    vi.advanceTimersByTime(5000);
    expect(turns.map(({ at }) => at)).toEqual([0, 10_000, 11_000]);
  });

  test("hands back what the action answers, and what it throws", async () => {
    const pace = createPace(1000);
    await expect(pace.run(() => 42)).resolves.toBe(42);
    const refused = pace.run(() => {
      throw new Error("refused");
    });
    vi.advanceTimersByTime(1000);
    await expect(refused).rejects.toThrow("refused");
  });

  test("goes on after an action that failed", async () => {
    const pace = createPace(1000);
    const { turns, send } = recorder(pace);
    const failed = pace.run(() => Promise.reject(new Error("no")));
    send("next");
    await expect(failed).rejects.toThrow("no");
    vi.advanceTimersByTime(1000);
    expect(turns).toEqual([{ name: "next", at: 1000 }]);
  });
});

describe("when the wall clock is set", () => {
  test("back by an hour, the next action waits no longer than usual", () => {
    const { turns, send } = recorder(createPace(1000));
    send("a");
    vi.setSystemTime(Date.now() - 3_600_000);
    send("b", "c");
    vi.advanceTimersByTime(3000);
    expect(turns.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  test("back while actions wait, they keep their order", () => {
    const { turns, send } = recorder(createPace(1000));
    send("a", "b", "c");
    vi.setSystemTime(Date.now() - 3_600_000);
    send("d");
    vi.advanceTimersByTime(10_000);
    expect(turns.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
  });

  test("back while actions wait, all of them are still counted as waiting", () => {
    const pace = createPace(1000);
    const { send } = recorder(pace);
    send("a", "b", "c");
    vi.setSystemTime(Date.now() - 3_600_000);
    send("d", "e");
    expect(pace.waiting).toBe(4);
  });

  test("forward while actions wait, they keep their order", () => {
    const { turns, send } = recorder(createPace(1000));
    send("a", "b", "c");
    vi.setSystemTime(Date.now() + 3_600_000);
    send("d");
    vi.advanceTimersByTime(10_000);
    expect(turns.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
  });
});
