import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { correlated, correlation } from "../../src/lib/correlation.ts";

test("work that nobody asked for has no reference", () => expect(correlation()).toBeUndefined());

function work(): Promise<(string | undefined)[]> {
  return correlated(async () => {
    const before = correlation()?.reference;
    await setImmediate();
    return [before, correlation()?.reference];
  });
}

test("each thing that is asked has a reference of its own, across all that waits", async () => {
  const [one, other] = await Promise.all([work(), work()]);
  expect(one[0]).toMatch(/^[0-9a-f]{8}$/);
  expect(one[1]).toBe(one[0]);
  expect(other[0]).not.toBe(one[0]);
  expect(correlation()).toBeUndefined();
});

test("its parts share the reference, and know what they are parts of", () => {
  correlated(() => {
    const whole = correlation();
    correlated(() => {
      expect(correlation()).not.toBe(whole);
      expect(correlation()?.reference).toBe(whole?.reference);
      expect(correlation()?.within).toBe(whole);
    });
    expect(correlation()).toBe(whole);
  });
});
