/** Milliseconds on a clock that never steps back. Its zero means nothing. */
export type MonotonicClock = () => number;

export const monotonic: MonotonicClock = () => performance.now();

/**
 * Calls `action` once at least `ms` milliseconds have passed on `now`, never sooner.
 * Node's timers may fire up to a millisecond early, which a quota can't forgive.
 */
export function notBefore(ms: number, now: MonotonicClock, action: () => void): void {
  const due = now() + ms;
  const arm = (wait: number): void => {
    setTimeout(
      () => {
        const left = due - now();
        if (left > 0) arm(left);
        else action();
      },
      Math.ceil(wait) + 1,
    );
  };
  arm(ms);
}

/** Resolves `true` after `ms` milliseconds, or `false` as soon as the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve(true);
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** @throws an error with these words when it takes longer than `ms` */
export async function within<T>(promise: Promise<T>, ms: number, words: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(words)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
