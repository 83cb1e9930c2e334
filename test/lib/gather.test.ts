import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGather } from "../../src/lib/gather.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function written() {
  const writes: (readonly number[])[] = [];
  const gather = createGather<number>(async (items) => void writes.push(items), 100);
  return { writes, gather };
}

test("what comes first is written at once, and what follows soon all together", async () => {
  const { writes, gather } = written();
  await gather.add(1);
  const later = [gather.add(2), gather.add(3)];
  await vi.advanceTimersByTimeAsync(60);
  later.push(gather.add(4));
  expect(writes).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(40);
  await Promise.all(later);
  expect(writes).toEqual([[1], [2, 3, 4]]);
});

test("what comes after a while is written at once again", async () => {
  const { writes, gather } = written();
  await gather.add(1);
  await vi.advanceTimersByTimeAsync(101);
  await gather.add(2);
  expect(writes).toEqual([[1], [2]]);
});

test("a flush waits for nothing but the write, also for one under way", async () => {
  let end: (() => void) | undefined;
  const writes: (readonly number[])[] = [];
  const gather = createGather<number>(async (items) => {
    writes.push(items);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  }, 100);
  const first = gather.add(1);
  await vi.advanceTimersByTimeAsync(0);
  void gather.add(2);
  let isFlushed = false;
  const flushed = gather.flush().then(() => {
    isFlushed = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  // One after the other, as they came.
  expect(writes).toEqual([[1]]);
  end?.();
  await first;
  await vi.advanceTimersByTimeAsync(0);
  expect(writes).toEqual([[1], [2]]);
  expect(isFlushed).toBe(false);
  end?.();
  await flushed;
  await gather.flush();
});

test("what a write throws, those hear who are in it, and no others", async () => {
  let isAway = true;
  const gather = createGather<number>(
    () => (isAway ? Promise.reject(new Error("away")) : Promise.resolve()),
    100,
  );
  await expect(gather.add(1)).rejects.toThrow("away");
  const later = Promise.allSettled([gather.add(2), gather.add(3)]);
  await gather.flush();
  expect((await later).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  const there = gather.add(4);
  await gather.flush();
  expect(await there).toBeUndefined();
});
