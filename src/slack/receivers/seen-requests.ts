/** Which signed requests have come, for at least as long as they would be taken again. */
export interface SeenRequests {
  /** @returns whether this one comes for the first time */
  readonly begins: (signature: string) => boolean;
  /** Signatures that are remembered. */
  readonly size: number;
}

/**
 * Keeps two generations, the younger of which becomes the older one every `ttlMs`: no entry has a
 * timer of its own, which would take five times the memory of the signature.
 *
 * @param most signatures that a generation may have; with more, it becomes the older one sooner
 * @param ttlMs for how long each is remembered at least; twice as long at most
 */
export function createSeenRequests(most: number, ttlMs: number): SeenRequests {
  let young = new Set<string>();
  let old = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function age(): void {
    clearTimeout(timer);
    old = young;
    young = new Set();
    timer = old.size === 0 ? undefined : setTimeout(age, ttlMs).unref();
  }

  return {
    begins(signature) {
      if (young.has(signature) || old.has(signature)) return false;
      if (young.size >= most) age();
      young.add(signature);
      timer ??= setTimeout(age, ttlMs).unref();
      return true;
    },
    get size() {
      return young.size + old.size;
    },
  };
}
