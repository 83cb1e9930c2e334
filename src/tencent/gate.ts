import { monotonic, type MonotonicClock } from "../lib/time.ts";
import type { Breaker, Trial } from "./breaker.ts";
import type { Fault } from "./fault.ts";
import type { Admission, Lane, Quota, Slot } from "./quota.ts";

export interface Admitted {
  readonly kind: "admitted";
  readonly slot: Slot;
  readonly trial: Trial;
}

export type Passage =
  | Admitted
  | Exclude<Admission, { kind: "admitted" }>
  | { readonly kind: "circuit-open"; readonly fault: Fault };

export interface Gate {
  /** Without a wait; undefined where it takes one, or where the circuit is open. */
  passNow(lane: Lane, question: string): Admitted | undefined;
  /** @param question tells the questions apart */
  pass(lane: Lane, question: string, signal: AbortSignal): Promise<Passage>;
}

export interface GateOptions {
  readonly quota: Quota;
  readonly breaker: Breaker;
  /** How much background work may wait for the circuit to close. */
  readonly longestWait: number;
  readonly now?: MonotonicClock;
}

/**
 * What a query passes before it is sent: first the circuit, then the quota's line. Where the circuit
 * is open, people hear so at once, also those who stand in the line already; background work waits.
 */
export function createGate({ quota, breaker, longestWait, now = monotonic }: GateOptions): Gate {
  let waiting = 0;

  function refusal(): Passage {
    const { circuit } = breaker;
    if (circuit.kind === "closed") throw new Error("a closed circuit refuses nobody");
    const wait =
      circuit.kind === "open" ? { expectedWaitMs: Math.max(0, circuit.until - now()) } : {};
    return {
      kind: "circuit-open",
      fault: { name: "circuit-open", cause: circuit.cause, ...wait },
    };
  }

  /** @returns false when the signal aborted first */
  async function mayTryAgain(signal: AbortSignal): Promise<boolean> {
    waiting += 1;
    try {
      return await untilMayTry(breaker, signal);
    } finally {
      waiting -= 1;
    }
  }

  /** Waits in the quota's line, and leaves it when the circuit opens. */
  async function standInLine(lane: Lane, signal: AbortSignal): Promise<Admission> {
    const leaving = new AbortController();
    const leave = (): void => leaving.abort();
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    const stopListening = breaker.onChange(() => {
      if (!breaker.mayTry) leave();
    });
    try {
      return await quota.acquire(lane, leaving.signal);
    } finally {
      stopListening();
      signal.removeEventListener("abort", leave);
    }
  }

  /** @returns undefined where the circuit has opened */
  function begin(slot: Slot, question: string): Admitted | undefined {
    const trial = breaker.begin(question);
    if (trial !== undefined) return { kind: "admitted", trial, slot: endingTrial(slot, trial) };
    slot.giveBack();
    return undefined;
  }

  return {
    passNow(lane, question) {
      const slot = breaker.mayTry ? quota.acquireNow(lane) : undefined;
      return slot && begin(slot, question);
    },
    async pass(lane, question, signal) {
      for (;;) {
        if (!breaker.mayTry) {
          const refused = refusal();
          const mayWait = lane === "background" && waiting < longestWait && !signal.aborted;
          // oxlint-disable-next-line no-await-in-loop -- each turn waits for the last one's end
          if (!mayWait || !(await mayTryAgain(signal))) return refused;
        }
        // oxlint-disable-next-line no-await-in-loop -- see above
        const admission = await standInLine(lane, signal);
        if (admission.kind === "full") return admission;
        if (admission.kind === "aborted") {
          if (signal.aborted) return admission;
          // The circuit opened meanwhile.
          continue;
        }
        const passage = begin(admission.slot, question);
        if (passage !== undefined) return passage;
      }
    },
  };
}

/** A slot that is given back was not used: its query says nothing about Tencent. */
function endingTrial(slot: Slot, trial: Trial): Slot {
  return {
    ...slot,
    giveBack() {
      trial.end({ kind: "unknown" });
      slot.giveBack();
    },
  };
}

function untilMayTry(breaker: Breaker, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (reached: boolean): void => {
      stopListening();
      signal.removeEventListener("abort", leave);
      resolve(reached);
    };
    const leave = (): void => end(false);
    const stopListening = breaker.onChange(() => {
      if (breaker.mayTry) end(true);
    });
    signal.addEventListener("abort", leave, { once: true });
  });
}
