import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { monotonic, notBefore, pause } from "../../src/lib/time.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("notBefore", () => {
  test("never acts early by the clock it is given, however much faster the timers run", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (ms, speed) => {
          const now = (): number => performance.now() * speed;
          const due = now() + ms;
          let actedAt: number | undefined;
          notBefore(ms, now, () => {
            actedAt = now();
          });
          while (vi.getTimerCount() > 0) vi.advanceTimersToNextTimer();
          expect(actedAt).toBeGreaterThanOrEqual(due);
        },
      ),
    );
  });

  test("acts within 2 ms when the timer keeps time", () => {
    const start = performance.now();
    let took: number | undefined;
    notBefore(1000, monotonic, () => {
      took = performance.now() - start;
    });
    vi.advanceTimersByTime(2000);
    expect(took).toBeGreaterThanOrEqual(1000);
    expect(took).toBeLessThanOrEqual(1002);
  });

  test("acts once", () => {
    const action = vi.fn<() => void>();
    notBefore(10, monotonic, action);
    vi.advanceTimersByTime(10_000);
    expect(action).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is not hurried by a wall clock that is set forward", () => {
    const action = vi.fn<() => void>();
    notBefore(1000, monotonic, action);
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(999);
    expect(action).not.toHaveBeenCalled();
  });
});

describe("pause", () => {
  test("answers true once the time has passed, and leaves no listener and no timer behind", async () => {
    const controller = new AbortController();
    const listen = vi.spyOn(controller.signal, "addEventListener");
    const stopListening = vi.spyOn(controller.signal, "removeEventListener");
    const outcome = pause(500, controller.signal);
    vi.advanceTimersByTime(500);
    expect(await outcome).toBe(true);
    expect(stopListening.mock.calls.map(([, listener]) => listener)).toEqual(
      listen.mock.calls.map(([, listener]) => listener),
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  test("answers false as soon as the signal aborts, and leaves no timer behind", async () => {
    const controller = new AbortController();
    const outcome = pause(500, controller.signal);
    controller.abort();
    expect(await outcome).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("answers false at once where the signal was aborted before", async () => {
    expect(await pause(500, AbortSignal.abort())).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("does not end early", async () => {
    const ended = vi.fn<() => void>();
    void pause(500, new AbortController().signal).then(ended);
    await vi.advanceTimersByTimeAsync(499);
    expect(ended).not.toHaveBeenCalled();
  });
});
