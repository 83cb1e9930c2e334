import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, it, vi } from "vitest";
import { defaults } from "../../../src/defaults.ts";
import { createRoomLookup } from "../../../src/room/look-up.ts";
import type { RoomId } from "../../../src/room/room-id.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { TencentClient } from "../../../src/tencent/client.ts";
import { createQuota } from "../../../src/tencent/quota.ts";
import { createWatches } from "../../../src/watch/create-watches.ts";
import type { WatchPosts } from "../../../src/watch/posts.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { mostInASecond } from "../../tencent/quota-fixture.ts";
import { found } from "../../watch/watch-fixture.ts";

const rooms = 500;
const watchesOfRoom = 4;
const qps = 100;
const answerMs = 25;
const minuteMs = 60_000;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

afterEach(() => vi.useRealTimers());

/** A Tencent that answers after a while, behind the real quota, in the test's own time. */
function createTencent() {
  const quota = createQuota({ ...defaults, qps, backgroundShare: 0.5 });
  const sent = { person: [] as number[], background: [] as number[] };
  let entries = 0;
  const muted = new Set<string>();
  const client: Pick<TencentClient, "getRoomInfo"> = {
    async getRoomInfo(id, { lane, signal }) {
      const admission = await quota.acquire(lane, signal);
      if (admission.kind !== "admitted") throw new Error(`not admitted: ${admission.kind}`);
      sent[lane].push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      admission.slot.release(false);
      entries += 1;
      const data = {
        RoomId: id,
        ViewCount: entries,
        IsMessageDisabled: muted.has(id),
        Category: [],
      };
      return { kind: "ok", data, requestId: "req" };
    },
  };
  return {
    client,
    sent,
    muted,
    lookup: createRoomLookup({ client, deadlineMs: 12_000, ...defaults }),
  };
}

type Tencent = ReturnType<typeof createTencent>;

/** What people wait for an answer, of one who asks every 400 ms or so. */
async function askAround({ lookup }: Tencent, ms: number): Promise<number[]> {
  const waits: number[] = [];
  const asked: Promise<unknown>[] = [];
  const end = performance.now() + ms;
  for (let turn = 0; performance.now() < end; turn += 1) {
    const start = performance.now();
    const id = `asked-${turn}` as RoomId;
    asked.push(lookup.lookUp(id).then(() => waits.push(performance.now() - start)));
    await vi.advanceTimersByTimeAsync(300 + ((turn * 37) % 200));
  }
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all(asked);
  return waits;
}

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

/** A Slack that takes everything, and remembers how soon one edit of a card followed another. */
function createSlack() {
  const lastEdit = new Map<string, number>();
  const seen = { edits: 0, replies: 0, shortestGapMs: Number.POSITIVE_INFINITY };
  let ts = 0;
  const posts: WatchPosts = {
    async post({ thread }) {
      if (thread !== undefined) seen.replies += 1;
      ts += 1;
      return { kind: "done", ts: `${ts}.0` };
    },
    async edit(_, card) {
      const gap = performance.now() - (lastEdit.get(card) ?? Number.NEGATIVE_INFINITY);
      seen.shortestGapMs = Math.min(seen.shortestGapMs, gap);
      seen.edits += 1;
      lastEdit.set(card, performance.now());
      return { kind: "done", ts: card };
    },
    seek: () => Promise.resolve({ kind: "absent" }),
  };
  return { posts, seen };
}

it("2,000 watches over 500 rooms leave people their speed and keep to their share, for ten minutes in flat memory", async () => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  // Opened within the test's time, which it goes by from then on.
  const store = await openStore({ kind: "sqlite", folder: temporaryFolder() }, 5_000);
  const idle = createTencent();
  await vi.advanceTimersByTimeAsync(2_000);
  const idleMedian = median(await askAround(idle, minuteMs));

  const tencent = createTencent();
  const slack = createSlack();
  const problems: string[] = [];
  const { watching, scheduler } = createWatches({
    store,
    lookup: tencent.lookup,
    posts: slack.posts,
    figures: defaults,
    activityLabels: {},
    log: {
      debug: (_, words) => void problems.push(words),
      info: (_, words) => void problems.push(words),
      warn: (_, words) => void problems.push(words),
    },
  });
  for (let index = 0; index < rooms * watchesOfRoom; index += 1) {
    const id = `watched-${index % rooms}` as RoomId;
    const begun = await watching.begin({
      result: { ...found({}, Date.now()), id },
      channel: `C${Math.floor(index / rooms)}`,
      thread: undefined,
      user: "U0ASKER0001",
      forMs: 60 * minuteMs,
    });
    expect(begun.kind).toBe("begun");
  }
  scheduler.start();

  const waits: number[] = [];
  const heaps: number[] = [];
  for (let minute = 0; minute < 10; minute += 1) {
    for (let turn = 0; turn < 25; turn += 1) {
      const room = `watched-${(minute * 83 + turn * 19) % rooms}`;
      if (!tencent.muted.delete(room)) tencent.muted.add(room);
    }
    waits.push(...(await askAround(tencent, minuteMs)));
    heaps.push(heap());
  }
  const stopped = scheduler.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  await stopped;
  await store.close();

  const { background } = tencent.sent;
  const figures = {
    idleMedian,
    median: median(waits),
    background: background.length,
    mostInASecond: mostInASecond(background.slice(0, 6_000)),
    ...slack.seen,
    heaps: heaps.map(Math.round),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(problems).toEqual([]);
  expect(figures.mostInASecond).toBeLessThanOrEqual(qps / 2);
  expect(figures.median).toBeLessThan(idleMedian * 1.2);
  // Every room at the calm pace at least, and the card of each watch with it.
  expect(background.length).toBeGreaterThan(rooms * 19);
  expect(slack.seen.replies).toBeGreaterThan(8 * 25 * watchesOfRoom);
  expect(slack.seen.shortestGapMs).toBeGreaterThanOrEqual(defaults.editEveryMs);
  const [, , early = 0] = heaps;
  expect(heaps.at(-1)).toBeLessThan(early * 1.15);
}, 600_000);
