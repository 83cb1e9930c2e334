// Waits that the end of the simulator cuts off, so that no timer keeps a process alive.

export interface Waits {
  readonly wait: (ms: number) => Promise<void>;
  /** Whoever waits now, or later, waits for good: there is nobody left to answer. */
  end(): void;
}

export function createWaits(): Waits {
  const timers = new Set<NodeJS.Timeout>();
  let ended = false;

  return {
    wait: (ms) =>
      new Promise((resolve) => {
        if (ended) return;
        const timer = setTimeout(() => {
          timers.delete(timer);
          resolve();
        }, ms);
        timers.add(timer);
      }),
    end() {
      ended = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
