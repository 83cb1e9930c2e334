import { setMaxListeners } from "node:events";
import { pause } from "../lib/time.ts";
import type { RoomLookup } from "../room/look-up.ts";
import type { RoomId } from "../room/room-id.ts";
import type { Store } from "../store/store.ts";
import { settleReading, type CheckRoomOptions } from "./check-room.ts";
import type { DoWork } from "./do-work.ts";
import type { Hold } from "./hold.ts";

export interface SchedulerFigures {
  /** How often it is looked whether something is due, in ms. */
  readonly tickMs: number;
  /** For how long work is taken, in ms: if this process dies, it comes free after that. */
  readonly claimMs: number;
  readonly checksAtOnce: number;
  readonly worksAtOnce: number;
  /** The next look after something went wrong, in ms. */
  readonly retryMs: number;
}

export interface SchedulerOptions extends Omit<CheckRoomOptions, "checks" | "figures"> {
  readonly store: Pick<Store, "checks" | "watches">;
  readonly lookup: RoomLookup;
  readonly doWork: DoWork;
  readonly figures: SchedulerFigures & CheckRoomOptions["figures"];
  readonly holds: () => Hold;
  readonly onError: (error: unknown, about: Readonly<Record<string, string>>) => void;
}

export interface Scheduler {
  start(): void;
  /** Takes nothing new, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Takes what is due from the store, as much at once as is allowed, and does it. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { store, lookup, doWork, figures, holds, now, onError } = options;
  const { checks, watches } = store;
  const stopping = new AbortController();
  // Everything that is under way listens: no leak.
  setMaxListeners(0, stopping.signal);
  const underWay = { checks: new Set<Promise<void>>(), works: new Set<Promise<void>>() };
  let loop: Promise<void> | undefined;

  async function check(room: RoomId, { by }: Hold): Promise<void> {
    const result = await lookup.lookUp(room, { lane: "background", signal: stopping.signal });
    if (result.kind === "failed" && stopping.signal.aborted) {
      // Of a process that ends nothing is learnt about Tencent: whoever comes next reads the room.
      const next = { dueAt: now() };
      await checks.settle(room, (before) => ({ watches: [], next: { ...before, ...next } }), by);
      return;
    }
    await settleReading(room, result, { ...options, checks }, by);
  }

  /** @returns the line, where it is full and more may be due */
  async function take(
    line: Set<Promise<void>>,
    mostAtOnce: number,
    claim: (typeof checks)["claim"],
    perform: (key: string, hold: Hold) => Promise<unknown>,
  ): Promise<Set<Promise<void>> | undefined> {
    const most = mostAtOnce - line.size;
    if (most <= 0) return line;
    const hold = holds();
    const keys = await claim({ by: hold.by, now: now(), forMs: figures.claimMs, most });
    for (const key of keys) {
      const work = perform(key, hold)
        .catch((error: unknown) => onError(error, { key }))
        .then(() => void line.delete(work));
      line.add(work);
    }
    return keys.length === most ? line : undefined;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      let waitMs = figures.tickMs;
      let full: Promise<void>[] = [];
      try {
        // One after the other: each is a short word with the store.
        // oxlint-disable-next-line no-await-in-loop
        const reading = await take(
          underWay.checks,
          figures.checksAtOnce,
          checks.claim,
          (room, hold) => check(room as RoomId, hold),
        );
        // oxlint-disable-next-line no-await-in-loop
        const posting = await take(underWay.works, figures.worksAtOnce, watches.claim, doWork);
        full = [...(reading ?? []), ...(posting ?? [])];
      } catch (error) {
        // The store is away for a while: watches wait for it.
        onError(error, {});
        waitMs = figures.retryMs;
      }
      // With a backlog, the next look is as soon as there is room for more.
      // oxlint-disable-next-line no-await-in-loop -- a tick
      await Promise.race([pause(waitMs, stopping.signal), ...full]);
    }
  }

  return {
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await loop;
      await Promise.all([...underWay.checks, ...underWay.works]);
    },
  };
}
