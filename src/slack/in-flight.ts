/** Counts what is under way, so that a stop can wait for it: Bolt waits for nothing that was acked. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more. */
  drained(): Promise<void>;
}

export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    async track(work) {
      works.add(work);
      try {
        return await work;
      } finally {
        works.delete(work);
      }
    },
    async drained() {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
