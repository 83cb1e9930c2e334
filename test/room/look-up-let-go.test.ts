import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { found, lookupOverClient, refused, roomIdOf, type RoomAnswer } from "./look-up-fixture.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

beforeEach(() => {
  vi.useFakeTimers();
  // The cache takes a clock at 0 for no clock at all.
  vi.advanceTimersByTime(1000);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Looks a room up, and keeps no hold on its result. */
async function resultOf(
  { lookup, asked }: ReturnType<typeof lookupOverClient>,
  answer: RoomAnswer,
): Promise<WeakRef<object>> {
  const asking = lookup.lookUp(roomIdOf("live-room"));
  asked.pop()?.answer(answer);
  return new WeakRef(await asking);
}

/** A reference that was looked at holds until the event loop has turned, which a file makes it do. */
async function isHeld(reference: WeakRef<object>): Promise<boolean> {
  for (let turn = 0; turn < 3; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one turn after the other
    await readFile(import.meta.filename);
    collect();
  }
  return reference.deref() !== undefined;
}

// A bot that is asked about ever new rooms would else hold answers that nobody gets any more.
test.each([
  ["the room", found("live"), 2_000],
  ["that there is no such room", refused(100004), 10_000],
])("an answer is held as long as it is remembered, and no longer: %s", async (_, answer, ms) => {
  const stage = lookupOverClient();
  const result = await resultOf(stage, answer);
  vi.advanceTimersByTime(ms - 10);
  expect(await isHeld(result)).toBe(true);
  vi.advanceTimersByTime(20);
  expect(await isHeld(result)).toBe(false);
  // What remembers is still there.
  expect(stage.lookup).toBeDefined();
});
