import { notBefore, type MonotonicClock } from "../lib/time.ts";
import { createRests } from "./rests.ts";

/** People who wait for an answer come before work that nobody is waiting for. */
export type Lane = "person" | "background";

/** The right to send one query. It has to be released or given back, once. */
export interface Slot {
  /**
   * Whether a query may still be sent with it: asked in the moment of sending, since the process
   * may have been paused between taking the slot and that. Where not, it is given back.
   */
  isGood(): boolean;
  /** For a query that was not sent after all: the slot is free at once. */
  giveBack(): void;
  /** @param mayStillArrive the query was sent, no answer was heard, and Tencent may count it later */
  release(mayStillArrive: boolean): void;
}

/** Where slots come from: this process alone, or all processes over one database. */
export interface SlotSource {
  /** A slot that may be used now; undefined where none is free for this lane. */
  take(lane: Lane): Slot | undefined;
  /** Whether `take` would give one. */
  has(lane: Lane): boolean;
  /** Slots that are free for people now, of those in this process's hands. */
  readonly free: number;
  /** Slots of this process that a query has, or that rest after one. */
  readonly used: number;
  /** Those that a query has. */
  readonly underWay: number;
  /** How many queries a second this process may count on, by lane; 0 where it has no slots at all. */
  readonly perSecond: Readonly<Record<Lane, number>>;
  /** Hears how many wait, each time that this changes. */
  want(waiting: Readonly<Record<Lane, number>>): void;
  /** Names whom to call when `has` may say yes again; only while somebody waits. */
  onFree(wake: () => void): void;
}

export interface SlotFigures {
  /** Queries that may be counted at Tencent in any sliding second. */
  readonly qps: number;
  /** How long a slot rests after the answer was heard, in ms. Below 1,000 the promise is broken. */
  readonly restMs: number;
  /** How much longer it rests when the query was given up and may be counted later, in ms. */
  readonly graceMs: number;
  /** How long a new process sends nothing, since it knows nothing of what the last one sent, in ms. */
  readonly silenceMs: number;
  /** The part of the slots that background work may hold at once, above 0 and at most 1. */
  readonly backgroundShare: number;
}

/** How many of so many slots work may hold that nobody waits for. */
export function partForBackground(slots: number, share: number): number {
  return Math.max(1, Math.floor(slots * share));
}

/** The slots of a process that shares its quota with nobody. */
export function createOwnSlots(figures: SlotFigures, now: MonotonicClock): SlotSource {
  const { qps, silenceMs } = figures;
  // The promise holds for a part of the slots as it does for all of them.
  const mostInBackground = partForBackground(qps, figures.backgroundShare);
  let inBackground = 0;
  let free = qps;
  let underWay = 0;
  let waiting: Readonly<Record<Lane, number>> = { person: 0, background: 0 };
  /** When it is looked whether a rest is over, as somebody waits for that. */
  let lookAt = Infinity;
  let silent = silenceMs > 0;
  let wake: (() => void) | undefined;

  function becomeFree(lane: Lane): void {
    free += 1;
    if (lane === "background") inBackground -= 1;
  }
  const rests = createRests(now, becomeFree);

  function lookWhenWanted(): void {
    const { person, background } = waiting;
    const isBlocked = (person > 0 && !has("person")) || (background > 0 && !has("background"));
    const at = isBlocked ? rests.nextAt : undefined;
    if (at === undefined || at >= lookAt) return;
    lookAt = at;
    notBefore(at - now(), now, () => {
      if (lookAt !== at) return;
      lookAt = Infinity;
      wake?.();
      lookWhenWanted();
    });
  }

  if (silent) {
    notBefore(silenceMs, now, () => {
      silent = false;
      wake?.();
    });
  }

  function has(lane: Lane): boolean {
    if (silent) return false;
    rests.end();
    return free > 0 && (lane === "person" || inBackground < mostInBackground);
  }

  return {
    has,
    take(lane) {
      if (!has(lane)) return undefined;
      free -= 1;
      underWay += 1;
      if (lane === "background") inBackground += 1;
      return endingOnce(
        (restsForMs) => {
          underWay -= 1;
          if (restsForMs === 0) {
            becomeFree(lane);
            wake?.();
          } else {
            rests.add(lane, restsForMs);
            lookWhenWanted();
          }
        },
        figures,
        () => true,
      );
    },
    get free() {
      rests.end();
      return free;
    },
    get used() {
      rests.end();
      return qps - free;
    },
    get underWay() {
      return underWay;
    },
    perSecond: { person: qps, background: mostInBackground },
    want(demand) {
      waiting = demand;
      lookWhenWanted();
    },
    onFree(listener) {
      wake = listener;
    },
  };
}

/** A slot that ends once, however often it is released: with the rest that it needs then. */
export function endingOnce(
  end: (restsForMs: number) => void,
  { restMs, graceMs }: Pick<SlotFigures, "restMs" | "graceMs">,
  isGood: () => boolean,
): Slot {
  let held = true;
  const endOnce = (restsForMs: number): void => {
    if (!held) return;
    held = false;
    end(restsForMs);
  };
  return {
    isGood: () => held && isGood(),
    giveBack: () => endOnce(0),
    release: (mayStillArrive) => endOnce(mayStillArrive ? restMs + graceMs : restMs),
  };
}
