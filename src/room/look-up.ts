import { setMaxListeners } from "node:events";
import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import { monotonic, type MonotonicClock } from "../lib/time.ts";
import { faultOfSignal, type Answer, type TencentClient } from "../tencent/client.ts";
import { explainCode, explainFailure } from "../tencent/catalogue/explain.ts";
import type { Lane } from "../tencent/quota.ts";
import type { RoomInfo } from "../tencent/room-info.ts";
import type { LookupResult } from "./result.ts";
import { roomOf } from "./room.ts";
import type { RoomId } from "./room-id.ts";

/** Where a look-up got its answer: from a query of its own, another's, or one of a moment ago. */
export interface LookupEvent {
  readonly kind: "look-up";
  readonly lane: Lane;
  readonly source: "asked" | "joined" | "remembered";
}

export interface RoomLookupOptions {
  readonly client: Pick<TencentClient, "getRoomInfo">;
  /** For one look-up, queueing and tries and all, in ms. */
  readonly deadlineMs: number;
  /** How long an answer is remembered, in ms. */
  readonly rememberMs: number;
  /** How long background work takes "no such room" for an answer, in ms: alerts come in storms. */
  readonly rememberMissingMs: number;
  /** Rooms that are remembered at most. */
  readonly rememberMost: number;
  /** Told of each look-up as it begins. */
  readonly observe?: (event: LookupEvent) => void;
  readonly now?: MonotonicClock;
  readonly wallClock?: () => number;
}

export interface LookUpOptions {
  readonly lane?: Lane;
  /** Asks Tencent even where an answer is remembered. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
}

export interface RoomLookup {
  /** Never throws: what goes wrong is a result of kind `failed`. */
  lookUp(id: RoomId, options?: LookUpOptions): Promise<LookupResult>;
}

/** A question under way, with everybody who waits for its answer. */
interface Flight {
  readonly lane: Lane;
  readonly result: Promise<LookupResult>;
  readonly controller: AbortController;
  askers: number;
}

/** 100004: the room does not exist. Source: document 63404. */
export const noSuchRoom = 100004;

/**
 * Joins equal questions and remembers an answer for a moment, so that a channel full of people
 * asking about one room costs one query.
 */
export function createRoomLookup(options: RoomLookupOptions): RoomLookup {
  const { client, deadlineMs, rememberMs, observe } = options;
  const { now = monotonic, wallClock = Date.now } = options;
  // By themselves, answers of a moment ago would stay until as many others have come.
  const ttlAutopurge = true;
  const remembered = new LRUCache<RoomId, LookupResult>({
    ...atMost(options.rememberMost),
    ttl: rememberMs,
    ttlAutopurge,
    perf: { now },
  });
  const missing = new LRUCache<RoomId, LookupResult>({
    ...atMost(options.rememberMost),
    ttl: options.rememberMissingMs,
    ttlAutopurge,
    perf: { now },
  });
  const flights: Record<Lane, Map<RoomId, Flight>> = { person: new Map(), background: new Map() };

  function take(id: RoomId, lane: Lane): Flight {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort("out-of-time"), deadlineMs);
    const call = { lane, deadline: now() + deadlineMs, signal: controller.signal };
    const read = (answer: Answer<RoomInfo | undefined>): LookupResult => {
      const outcome = resultOf(answer, id, wallClock());
      if (outcome.kind !== "failed" && rememberMs > 0) remembered.set(id, outcome);
      if (outcome.kind === "missing") missing.set(id, outcome);
      else missing.delete(id);
      return outcome;
    };
    const result = client
      .getRoomInfo(id, call)
      .then(read)
      .finally(() => {
        clearTimeout(timer);
        land(flight, id);
      });
    const flight: Flight = { lane, result, controller, askers: 0 };
    flights[lane].set(id, flight);
    return flight;
  }

  function recall(id: RoomId, lane: Lane): LookupResult | undefined {
    return remembered.get(id) ?? (lane === "background" ? missing.get(id) : undefined);
  }

  /** A person never waits behind a background question; background work joins a person's. */
  function underWay(id: RoomId, lane: Lane): Flight | undefined {
    return (
      flights.person.get(id) ?? (lane === "background" ? flights.background.get(id) : undefined)
    );
  }

  function land(flight: Flight, id: RoomId): void {
    // Only itself: after its last asker left, a younger flight may be on its way.
    if (flights[flight.lane].get(id) === flight) flights[flight.lane].delete(id);
  }

  async function join(flight: Flight, id: RoomId, signal?: AbortSignal): Promise<LookupResult> {
    flight.askers += 1;
    if (signal === undefined) return flight.result;
    // Many askers may share one signal, such as that of a stop: no leak.
    setMaxListeners(0, signal);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        flight.askers -= 1;
        if (flight.askers === 0) {
          // Nobody waits any more: give the place in the line to somebody else.
          land(flight, id);
          flight.controller.abort(signal.reason);
        }
        resolve(failedBy(leftBy(signal), id, wallClock()));
      };
      if (signal.aborted) {
        leave();
        return;
      }
      signal.addEventListener("abort", leave, { once: true });
      flight.result.finally(() => signal.removeEventListener("abort", leave)).then(resolve, reject);
    });
  }

  return {
    async lookUp(id, { lane = "person", fresh = false, signal } = {}) {
      const known = fresh ? undefined : recall(id, lane);
      const flying = known === undefined ? underWay(id, lane) : undefined;
      const source = known !== undefined ? "remembered" : flying === undefined ? "asked" : "joined";
      observe?.({ kind: "look-up", lane, source });
      return known ?? join(flying ?? take(id, lane), id, signal);
    },
  };
}

function resultOf(answer: Answer<RoomInfo | undefined>, id: RoomId, asOf: number): LookupResult {
  if (answer.kind === "ok") {
    const { data, requestId } = answer;
    return data === undefined
      ? { kind: "missing", id, code: 0, errorInfo: "", requestId, asOf }
      : { kind: "found", id, room: roomOf(data, id), requestId, asOf };
  }
  if (answer.kind === "refused") {
    const { code, info: errorInfo, requestId, tries } = answer;
    if (code === noSuchRoom) return { kind: "missing", id, code, errorInfo, requestId, asOf };
    const problem = explainCode(code);
    return { kind: "failed", id, problem, fault: undefined, errorInfo, requestId, tries, asOf };
  }
  return failedBy(answer, id, asOf);
}

type FaultAnswer = Extract<Answer<unknown>, { kind: "fault" }>;

/** The asker left before the tries were known. */
function leftBy(signal: AbortSignal): Omit<FaultAnswer, "tries"> {
  return { kind: "fault", fault: faultOfSignal(signal) };
}

function failedBy(
  answer: Omit<FaultAnswer, "tries"> & { readonly tries?: number },
  id: RoomId,
  asOf: number,
): LookupResult {
  const { fault, requestId, info: errorInfo = "", tries } = answer;
  const problem = explainFailure(fault);
  return { kind: "failed", id, problem, fault, errorInfo, requestId, tries, asOf };
}
