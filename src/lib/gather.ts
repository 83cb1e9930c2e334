import { monotonic, pause } from "./time.ts";

/** Writes what comes together with what else comes soon. */
export interface Gather<T> {
  /** @returns when it is written. @throws what the write threw */
  readonly add: (item: T) => Promise<void>;
  /** Writes at once, and is over when all is written, or failed. Never throws. */
  readonly flush: () => Promise<void>;
}

/**
 * What comes first is written at once; what comes within `everyMs` of the last write waits for the
 * next one. So little waits where little comes, and much costs little.
 */
export function createGather<T>(
  write: (items: readonly T[]) => Promise<void>,
  everyMs: number,
): Gather<T> {
  let gathered: T[] = [];
  let hurry = new AbortController();
  let next: Promise<void> | undefined;
  let writing = Promise.resolve();
  let lastAt = Number.NEGATIVE_INFINITY;

  async function writeNext(): Promise<void> {
    const wait = lastAt + everyMs - monotonic();
    if (wait > 0) await pause(wait, hurry.signal);
    await writing.catch(() => undefined);
    const items = gathered;
    gathered = [];
    next = undefined;
    hurry = new AbortController();
    lastAt = monotonic();
    writing = write(items);
    await writing;
  }

  return {
    add(item) {
      gathered.push(item);
      next ??= writeNext();
      return next;
    },
    async flush() {
      hurry.abort();
      await (next ?? writing).catch(() => undefined);
    },
  };
}
