/** A first-in-first-out line from which anybody may step out. Every operation takes constant time. */
export interface Line<T> {
  readonly length: number;
  join(item: T): void;
  leave(item: T): boolean;
  next(): T | undefined;
}

export function createLine<T extends object>(): Line<T> {
  const items = new Set<T>();
  // One living iterator: a new one for each `next` would walk past every item ever removed.
  let head = items.values();

  return {
    get length() {
      return items.size;
    },
    join(item) {
      items.add(item);
    },
    leave(item) {
      return items.delete(item);
    },
    next() {
      if (items.size === 0) return undefined;
      let step = head.next();
      if (step.done === true) {
        head = items.values();
        step = head.next();
      }
      if (step.done === true) return undefined;
      items.delete(step.value);
      return step.value;
    },
  };
}
