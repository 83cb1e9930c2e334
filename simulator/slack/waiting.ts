/** Waits for something that changes by itself, without polling and not for ever. */
export function waitFor<T>(
  watch: (listener: () => void) => () => void,
  look: () => T | undefined,
  timeoutMs: number,
  describe: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    function check(): void {
      const found = look();
      if (found === undefined) return;
      stop();
      resolve(found);
    }
    const unwatch = watch(check);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${describe()} (waited ${timeoutMs} ms)`));
    }, timeoutMs);
    function stop(): void {
      clearTimeout(timer);
      unwatch();
    }
    check();
  });
}
