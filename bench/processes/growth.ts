import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaults } from "../../src/defaults.ts";
import type { Answer } from "../../src/tencent/client.ts";
import type { RoomInfo } from "../../src/tencent/room-info.ts";
import { createRoomLookup, type RoomLookup } from "../../src/room/look-up.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { createHandledDeliveries } from "../../src/slack/handle-once.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createQuota } from "../../src/tencent/quota.ts";
import { settleReading } from "../../src/watch/check-room.ts";
import { onAsked } from "../lib/answers.ts";
import { multiplyRow } from "../lib/many-rows.ts";
import { readRooms } from "../lib/look-up.ts";
import { beginWatches, watchesOver, willingPosts } from "../lib/watches.ts";

// What one thing costs while there are so many of its kind, in a process of its own.

/** What one of them takes, in µs, where there are `size`. */
type Costs = (size: number) => Promise<Readonly<Record<string, number>>>;

const info: RoomInfo = { RoomName: "a room", ViewCount: 1, IsMessageDisabled: false };
const roomAt = (index: number): RoomId => `room-${index}` as RoomId;
const samples = 500;
const qps = 200;
const noLog = { warn: () => undefined } as never;

const getRoomInfo = (): Promise<Answer<RoomInfo | undefined>> =>
  Promise.resolve({ kind: "ok", data: info, requestId: "r" });

function answeringLookup(): RoomLookup {
  return createRoomLookup({ client: { getRoomInfo }, ...defaults, deadlineMs: 600_000 });
}

/** The time of `count` turns of a loop, by turn in µs. */
async function each(count: number, work: (index: number) => unknown): Promise<number> {
  const start = performance.now();
  // oxlint-disable-next-line no-await-in-loop -- one after another is what is measured
  for (let index = 0; index < count; index += 1) await work(index);
  return ((performance.now() - start) * 1000) / count;
}

/** So many look-ups of as many rooms at once, and as many once more, which join or are remembered. */
const lookUps: Costs = async (size) => {
  const lookup = answeringLookup();
  const ask = (): Promise<unknown> =>
    Promise.all(Array.from({ length: size }, (_, index) => lookup.lookUp(roomAt(index))));
  const start = performance.now();
  await Promise.all([ask(), ask()]);
  return { "look-up, asked and joined": ((performance.now() - start) * 1000) / (2 * size) };
};

/** So many wait for a slot; one more joins and leaves, and the first ones are admitted. */
const line: Costs = async (size) => {
  const longestLine = { person: 2 * size, background: 2 * size };
  const quota = createQuota({ ...defaults, qps, silenceMs: 200, longestLine, backgroundShare: 1 });
  let admitted = 0;
  const waiting = Array.from({ length: size }, async () => {
    // A signal of its own, as each look-up has: those of one signal are searched one by one.
    await quota.acquire("person", new AbortController().signal);
    admitted += 1;
  });
  const joining = await each(samples, () => {
    const leaving = new AbortController();
    const left = quota.acquire("person", leaving.signal);
    leaving.abort();
    return left;
  });
  await waiting[0];
  // All that this process does now is to admit, at the pace of the quota.
  const before = process.cpuUsage();
  const first = admitted;
  await waiting[Math.min(size, qps) - 1];
  const { user, system } = process.cpuUsage(before);
  return {
    "in the line: join and leave": joining,
    "in the line: be admitted (CPU)": (user + system) / (admitted - first),
  };
};

/** So many events in the memory of what was handled; then one more, and one that came before. */
const events: Costs = async (size) => {
  const { begins } = createHandledDeliveries(200_000, {
    open: undefined,
    waitMs: defaults.handledMs,
    log: noLog,
  });
  await each(size, (index) => begins(`Ev${index}`, {}));
  const work = (index: number): unknown =>
    begins(index % 2 === 0 ? `Ev${index}` : `New${index}`, {});
  return { "event, in memory": await each(samples, work) };
};

async function inStore(
  fill: (store: Store, folder: string) => Promise<void>,
  measure: (store: Store) => ReturnType<Costs>,
): ReturnType<Costs> {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-bench-"));
  const first = await openStore({ kind: "sqlite", folder }, defaults.storeMs);
  await fill(first, folder);
  await first.close();
  const store = await openStore({ kind: "sqlite", folder }, defaults.storeMs);
  try {
    return await measure(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function lookUpRow(room: string) {
  const [asker, channel] = ["U1000", "C1000"];
  const said = { entry: "command", result: "found", outcome: "answered" };
  return { id: randomUUID(), at: Date.now(), asker, channel, room, ...said, ms: 30 };
}

/** So many events and look-ups of the last day and months in the store. */
const rows: Costs = (size) =>
  inStore(
    async ({ deliveries, lookUps: audit }, folder) => {
      await deliveries.begins("Ev0");
      await audit.add(lookUpRow("room-0"));
      multiplyRow(folder, "handled_events", size, { id: "'Ev' || n" });
      multiplyRow(folder, "look_ups", size, {
        id: "'id' || n",
        at: "one.at - n",
        asker: "'U' || (n % 500)",
        room: "'room-' || (n % 1000)",
      });
    },
    async ({ deliveries, lookUps: audit }) => ({
      "event, taken up and ended in the store": await each(samples, async () => {
        const id = randomUUID();
        await deliveries.begins(id, { sealed: "x".repeat(500), by: "bench", forMs: 30_000 });
        await deliveries.ended([id]);
      }),
      "look-up, noted for the audit, alone": await each(samples, async (index) => {
        const noted = audit.add(lookUpRow(roomAt(index)));
        await audit.flush();
        await noted;
      }),
      "audit, the last 20 of one room": await each(50, (index) =>
        audit.last({ room: roomAt(index * 7) }, 20),
      ),
    }),
  );

/** So many watches, each of a room of its own, 50 in each channel. */
const watches: Costs = (size) =>
  inStore(
    async (store, folder) => {
      const lookup = answeringLookup();
      const [found] = await readRooms(lookup, "room", 1);
      if (found === undefined) throw new Error("no room");
      await beginWatches(watchesOver(store, lookup, willingPosts()), [found]);
      const channel = "'C' || (n / 50)";
      multiplyRow(folder, "watches", size, { id: "'w' || n", room: "'room-' || n", channel });
      multiplyRow(folder, "checks", size, { room: "'room-' || n" });
    },
    async (store) => {
      const lookup = answeringLookup();
      const { watching } = watchesOver(store, lookup, willingPosts());
      const { checks } = store;
      const options = { checks, figures: defaults, now: Date.now, onEnded: () => undefined };
      const by = "bench";
      let read = 0;
      const start = performance.now();
      // As the scheduler takes them: a hundred that are due, then each of them.
      while (read < Math.min(size, samples)) {
        const due = Date.now() + 60_000;
        // oxlint-disable-next-line no-await-in-loop -- one after another is what is measured
        const taken = await checks.claim({ by, now: due, forMs: 30_000, most: 100 });
        if (taken.length === 0) throw new Error("nothing is due");
        for (const room of taken) {
          // oxlint-disable-next-line no-await-in-loop -- see above
          const result = await lookup.lookUp(room as RoomId, { lane: "background" });
          // oxlint-disable-next-line no-await-in-loop -- see above
          await settleReading(room as RoomId, result, options, by);
        }
        read += taken.length;
      }
      const reading = ((performance.now() - start) * 1000) / read;
      const listing = await each(50, (index) => watching.list(`C${index % (size / 50)}`));
      const result = await lookup.lookUp(roomAt(2));
      const asking = await each(50, () => watching.asked(result));
      const work = async (index: number): Promise<void> => {
        const [found] = await readRooms(lookup, `new${index}`, 1);
        if (found !== undefined) {
          await watching.begin({
            result: found,
            channel: "Cnew",
            thread: undefined,
            user: "U1",
            forMs: 60_000,
          });
        }
      };
      return {
        "watch, read and settled": reading,
        "watches of one channel, listed": listing,
        "watched room, asked for by somebody": asking,
        "watch, begun": await each(50, work),
        "nothing is due (each tick)": await each(50, () =>
          checks.claim({ by, now: 0, forMs: 30_000, most: 100 }),
        ),
      };
    },
  );

const kinds = { lookUps, line, events, rows, watches };
onAsked("kinds", () => Object.keys(kinds));
onAsked("costs", (about) => {
  const { kind, size } = about as { kind: keyof typeof kinds; size: number };
  return kinds[kind](size);
});
process.stdout.write("listening\n");
