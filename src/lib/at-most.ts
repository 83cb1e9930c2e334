/**
 * For an LRUCache of at most so many entries that takes memory as they come. Its own `max` takes
 * the memory for all of them at once: 4 MB for the signatures of five minutes alone.
 */
export function atMost(entries: number): { maxSize: number; sizeCalculation: () => number } {
  return { maxSize: entries, sizeCalculation: one };
}

const one = (): number => 1;
