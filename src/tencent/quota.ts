import { createLine, type Line } from "../lib/line.ts";
import { createPace } from "../lib/pace.ts";
import { monotonic, notBefore, type MonotonicClock } from "../lib/time.ts";

/** People who wait for an answer come before work that nobody is waiting for. */
export type Lane = "person" | "background";

export interface QuotaOptions {
  /** Queries that may be counted at Tencent in any sliding second. */
  readonly qps: number;
  /** How long a slot rests after the answer was heard, in ms. Below 1,000 the promise is broken. */
  readonly restMs: number;
  /** How much longer it rests when the query was given up and may be counted later, in ms. */
  readonly graceMs: number;
  /** How long a new process sends nothing, since it knows nothing of what the last one sent, in ms. */
  readonly silenceMs: number;
  readonly longestLine: Readonly<Record<Lane, number>>;
  /** The part of the slots that background work may hold at once, above 0 and at most 1. */
  readonly backgroundShare: number;
  readonly now?: MonotonicClock;
}

/** The right to send one query. It has to be released or given back, once. */
export interface Slot {
  /** For a query that was not sent after all: the slot is free at once. */
  giveBack(): void;
  /** @param mayStillArrive the query was sent, no answer was heard, and Tencent may count it later */
  release(mayStillArrive: boolean): void;
}

export type Admission =
  | { readonly kind: "admitted"; readonly slot: Slot }
  | { readonly kind: "full"; readonly expectedWaitMs: number }
  | { readonly kind: "aborted" };

export interface Quota {
  acquire(lane: Lane, signal: AbortSignal): Promise<Admission>;
  readonly waiting: Readonly<Record<Lane, number>>;
  readonly free: number;
}

interface Waiter {
  readonly admit: () => void;
}

/**
 * Holds to `qps` queries in any sliding second as the server counts them, not as we send them.
 *
 * There are `qps` slots. A query takes one, and the slot is not used again until a second after
 * its answer was heard. Tencent counts a query between our sending and our hearing, so two
 * queries of one slot are always counted more than a second apart, however the network and this
 * process stall. That holds while: a query that was given up is counted within the grace; the
 * clock is monotonic; and no other process shares these slots.
 *
 * The next query is chosen at a steady pace of one in `1000 / qps` ms, so that slots don't come
 * free in bursts, behind which a person would wait for most of a second.
 */
export function createQuota(options: QuotaOptions): Quota {
  const { qps, restMs, graceMs, silenceMs, longestLine, now = monotonic } = options;
  const lines: Record<Lane, Line<Waiter>> = { person: createLine(), background: createLine() };
  const pace = createPace(1000 / qps);
  // The promise holds for a part of the slots as it does for all of them.
  const mostInBackground = Math.max(1, Math.floor(qps * options.backgroundShare));
  let inBackground = 0;
  let free = qps;
  let silent = silenceMs > 0;
  let choosing = false;

  if (silent) {
    notBefore(silenceMs, now, () => {
      silent = false;
      chooseNext();
    });
  }

  const waiting = (): number => lines.person.length + lines.background.length;

  /** The line of which somebody may go now. */
  function nextLine(): Lane | undefined {
    if (lines.person.length > 0) return "person";
    const mayGo = lines.background.length > 0 && inBackground < mostInBackground;
    return mayGo ? "background" : undefined;
  }

  function chooseNext(): void {
    if (choosing || silent || free === 0 || nextLine() === undefined) return;
    choosing = true;
    void pace.run(() => {
      choosing = false;
      const lane = nextLine();
      const waiter = lane && lines[lane].next();
      if (waiter === undefined) return;
      free -= 1;
      if (lane === "background") inBackground += 1;
      waiter.admit();
      chooseNext();
    });
  }

  function takeSlot(lane: Lane): Slot {
    let held = true;
    const becomeFree = (): void => {
      free += 1;
      if (lane === "background") inBackground -= 1;
      chooseNext();
    };
    return {
      giveBack() {
        if (!held) return;
        held = false;
        becomeFree();
      },
      release(mayStillArrive) {
        if (!held) return;
        held = false;
        notBefore(mayStillArrive ? restMs + graceMs : restMs, now, becomeFree);
      },
    };
  }

  return {
    acquire(lane, signal) {
      if (signal.aborted) return Promise.resolve({ kind: "aborted" });
      const line = lines[lane];
      if (line.length >= longestLine[lane]) {
        // Everybody before this asker: people always, background work only for its own kind.
        const ahead = lane === "person" ? lines.person.length : waiting();
        const perSecond = lane === "person" ? qps : mostInBackground;
        const expectedWaitMs = Math.ceil((ahead / perSecond) * 1000);
        return Promise.resolve({ kind: "full", expectedWaitMs });
      }
      return new Promise((resolve) => {
        const leave = (): void => {
          if (line.leave(waiter)) resolve({ kind: "aborted" });
        };
        const waiter: Waiter = {
          admit() {
            signal.removeEventListener("abort", leave);
            resolve({ kind: "admitted", slot: takeSlot(lane) });
          },
        };
        signal.addEventListener("abort", leave, { once: true });
        line.join(waiter);
        chooseNext();
      });
    },
    get waiting() {
      return { person: lines.person.length, background: lines.background.length };
    },
    get free() {
      return free;
    },
  };
}
