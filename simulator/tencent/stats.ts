import { createArrivals } from "./arrivals.ts";

export interface Stats {
  readonly queries: number;
  /** Answers handed over whole, whatever they said, other than refusals over the quota. */
  readonly answered: number;
  /** Queries that arrived over the quota. */
  readonly refused: number;
  readonly mostInASlidingSecond: number;
  readonly byRoom: Map<string, number>;
  /** The shortest time between two queries for one room, in ms, of rooms that had two. */
  readonly closestByRoom: Map<string, number>;
  readonly badSignatures: number;
  /** How many different UserSigs came in. */
  readonly sigsSeen: number;
}

export interface Tally {
  /** Counts a query now; true where it is over the quota. */
  readonly arrive: (time: number, roomId: string | undefined, userSig: string | null) => boolean;
  readonly answer: () => void;
  readonly badSignature: () => void;
  readonly read: () => Stats;
  /** Queries in any sliding second that are within the quota. */
  qps: number;
  readonly reset: () => void;
}

export function createTally(qps: number): Tally {
  let quota = qps;
  const arrivals = createArrivals();
  let queries = 0;
  let answered = 0;
  let refused = 0;
  let badSignatures = 0;
  let byRoom = new Map<string, number>();
  let closestByRoom = new Map<string, number>();
  let lastByRoom = new Map<string, number>();
  const userSigs = new Set<string>();

  function countForRoom(roomId: string, time: number): void {
    byRoom.set(roomId, (byRoom.get(roomId) ?? 0) + 1);
    const last = lastByRoom.get(roomId);
    lastByRoom.set(roomId, time);
    if (last === undefined) return;
    closestByRoom.set(roomId, Math.min(time - last, closestByRoom.get(roomId) ?? Infinity));
  }

  return {
    arrive(time, roomId, userSig) {
      queries += 1;
      if (roomId !== undefined) countForRoom(roomId, time);
      if (userSig !== null && userSig !== "") userSigs.add(userSig);
      const overQuota = arrivals.arrive(time) > quota;
      if (overQuota) refused += 1;
      return overQuota;
    },
    answer() {
      answered += 1;
    },
    badSignature() {
      badSignatures += 1;
    },
    get qps() {
      return quota;
    },
    set qps(wanted) {
      quota = wanted;
    },
    read: () => ({
      queries,
      answered,
      refused,
      mostInASlidingSecond: arrivals.most(),
      byRoom: new Map(byRoom),
      closestByRoom: new Map(closestByRoom),
      badSignatures,
      sigsSeen: userSigs.size,
    }),
    reset() {
      queries = 0;
      answered = 0;
      refused = 0;
      badSignatures = 0;
      byRoom = new Map();
      closestByRoom = new Map();
      lastByRoom = new Map();
      userSigs.clear();
      arrivals.resetMost();
    },
  };
}
