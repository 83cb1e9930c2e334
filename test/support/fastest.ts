/** As long as further tries are made, in ms. */
const patience = 3_000;

/**
 * How long `work` takes at its best, in ms: tries are made until one was not slowed down by what
 * else the machine does. Work whose time grows with the square of its input has no such one.
 *
 * @param enough no further try is made where one took less, in ms
 */
export function fastest(enough: number, work: () => unknown): number {
  const end = performance.now() + patience;
  let best = Number.POSITIVE_INFINITY;
  do {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  } while (best >= enough && performance.now() < end);
  return best;
}
