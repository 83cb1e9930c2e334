import pThrottle from "p-throttle";

/** Runs each action at its turn: at most one in `interval` milliseconds, in the order they came. */
export interface Pace {
  run<T>(action: () => T | Promise<T>): Promise<T>;
  /** Actions whose turn has not come. */
  readonly waiting: number;
}

/**
 * p-throttle keeps its schedule by the wall clock. When that clock is set back, it would wait
 * for as long as the step was; so a step back starts a new schedule.
 */
export function createPace(interval: number, wallClock: () => number = Date.now): Pace {
  const schedule = () =>
    pThrottle({ limit: 1, interval })(async (action: () => unknown) => action());
  let throttled = schedule();
  let last = wallClock();

  return {
    run<T>(action: () => T | Promise<T>): Promise<T> {
      const now = wallClock();
      if (now < last) throttled = schedule();
      last = now;
      return throttled(action) as Promise<T>;
    },
    get waiting() {
      return throttled.queueSize;
    },
  };
}
