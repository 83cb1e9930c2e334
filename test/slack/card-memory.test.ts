import { expect, test } from "vitest";
import { createLog } from "../../src/ops/log.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { createCardMemory } from "../../src/slack/card-memory.ts";
import type { Store } from "../../src/store/store.ts";

const thread = { channel: "C1", thread: "1.1" };
const room = "live-1" as RoomId;

/** A store with one thread, as far as cards go. */
function storeOf(isShared: boolean) {
  const cards = new Map<string, string>();
  const asked: string[] = [];
  const threadCards: Store["threadCards"] = {
    async in() {
      asked.push("in");
      return [...cards].map(([name, card]) => ({ room: name, card }));
    },
    async put(row) {
      cards.set(row.room, row.card);
    },
    async remove(_channel, _thread, name) {
      cards.delete(name);
    },
  };
  return { store: { isShared, threadCards }, asked };
}

function memoryOf(store: Pick<Store, "isShared" | "threadCards">, lines: string[] = []) {
  const log = createLog({ level: "warn", secrets: [], write: (line) => void lines.push(line) });
  return createCardMemory({ mostThreads: 10, store, waitMs: 20, log });
}

test("of several processes knows the card that another posted since it last looked", async () => {
  const { store } = storeOf(true);
  const [one, other] = [memoryOf(store), memoryOf(store)];
  expect((await one.in(thread)).size).toBe(0);
  await other.put(thread, room, "2.2");
  expect((await one.in(thread)).get(room)).toBe("2.2");
});

test("of one process asks the store once for each thread", async () => {
  const { store, asked } = storeOf(false);
  const memory = memoryOf(store);
  await memory.put(thread, room, "2.2");
  expect((await memory.in(thread)).get(room)).toBe("2.2");
  expect(asked).toHaveLength(1);
});

test("knows its own cards while the store is silent, and says so in the log", async () => {
  const { store } = storeOf(true);
  const lines: string[] = [];
  const memory = memoryOf(store, lines);
  await memory.put(thread, room, "2.2");
  store.threadCards = { ...store.threadCards, in: () => new Promise(() => undefined) };
  const silent = memoryOf(store, lines);
  expect((await silent.in(thread)).size).toBe(0);
  expect(lines).toHaveLength(1);
  await silent.put(thread, room, "3.3");
  expect((await silent.in(thread)).get(room)).toBe("3.3");
});
