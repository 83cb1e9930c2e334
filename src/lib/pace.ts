import pThrottle from "p-throttle";
import { createLine } from "./line.ts";

/** Runs each action at its turn: at most one in `interval` milliseconds, in the order they came. */
export interface Pace {
  run<T>(action: () => T | Promise<T>): Promise<T>;
  /** Actions whose turn has not come. */
  readonly waiting: number;
}

/**
 * p-throttle keeps its schedule by the wall clock, and gives out all turns ahead. When that clock
 * is set back, it would wait for as long as the step was. So it is asked for one turn at a time,
 * and a step back starts a new schedule.
 */
export function createPace(interval: number, wallClock: () => number = Date.now): Pace {
  const schedule = () => pThrottle({ limit: 1, interval })((take: () => void) => take());
  const line = createLine<() => void>();
  let turn = schedule();
  let last = wallClock();
  let asked = false;

  function askForTurn(): void {
    if (asked || line.length === 0) return;
    asked = true;
    const now = wallClock();
    if (now < last) turn = schedule();
    last = now;
    turn(() => {
      asked = false;
      line.next()?.();
      askForTurn();
    });
  }

  return {
    run: (action) =>
      new Promise((resolve, reject) => {
        line.join(() => {
          // Through a promise, so that what the action throws at once is a rejection too.
          new Promise<Awaited<ReturnType<typeof action>>>((done) => {
            done(action() as Awaited<ReturnType<typeof action>>);
          }).then(resolve, reject);
        });
        askForTurn();
      }),
    get waiting() {
      return line.length;
    },
  };
}
