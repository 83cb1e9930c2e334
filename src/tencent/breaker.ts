import { monotonic, notBefore, type MonotonicClock } from "../lib/time.ts";
import type { Fault } from "./fault.ts";

export interface BreakerFigures {
  /** So many different questions have to fail, with no answer to any in between… */
  readonly circuitQuestions: number;
  /** …the last at least so long after the first, in ms… */
  readonly circuitSpanMs: number;
  /** …and at most so long, in ms. */
  readonly circuitWindowMs: number;
  /** How long nothing is sent then, and again after each probe that fails, in ms. */
  readonly circuitRestMs: number;
}

/** `cause` is the fault that opened the circuit, or that of the last probe. */
export type Circuit =
  | { readonly kind: "closed" }
  /** Nothing is sent until then, on the monotonic clock in ms; after it, the next query is a probe. */
  | { readonly kind: "open"; readonly cause: Fault; readonly until: number }
  /** One probe is under way, and nothing else is sent. */
  | { readonly kind: "half-open"; readonly cause: Fault };

/** What a query says about whether Tencent answers at all. */
export type Verdict =
  | { readonly kind: "answered" }
  | { readonly kind: "broken"; readonly fault: Fault }
  /** Given up by the one who asked, or never sent. */
  | { readonly kind: "unknown" };

/** A query that the circuit let through. It has to be ended, once. */
export interface Trial {
  end(verdict: Verdict): void;
}

export interface Breaker {
  readonly circuit: Circuit;
  /** Whether `begin` would let a query through. */
  readonly mayTry: boolean;
  /** @param question tells the questions apart, so that one that fails alone opens nothing */
  begin(question: string): Trial | undefined;
  /** Hears each change, and when the time for a probe has come. @returns how to stop that */
  onChange(listener: () => void): () => void;
}

/**
 * A circuit breaker: where nothing answers any more it lets one query through now and then, and
 * closes with the first answer. One slow answer, or one room that fails alone, does not open it.
 */
export function createBreaker(figures: BreakerFigures, now: MonotonicClock = monotonic): Breaker {
  const { circuitQuestions, circuitSpanMs, circuitWindowMs, circuitRestMs } = figures;
  const listeners = new Set<() => void>();
  let circuit: Circuit = { kind: "closed" };
  let answeredAt = Number.NEGATIVE_INFINITY;
  /** When each question first failed since the last answer, oldest first. */
  const failed = new Map<string, number>();

  function become(next: Circuit): void {
    circuit = next;
    for (const listener of listeners) listener();
  }

  function rest(cause: Fault, ms: number): void {
    const open: Circuit = { kind: "open", cause, until: now() + ms };
    become(open);
    if (ms === 0) return;
    notBefore(ms, now, () => {
      if (circuit === open) become(open);
    });
  }

  function noteFault(question: string, fault: Fault): void {
    for (const [other, at] of failed) if (now() - at > circuitWindowMs) failed.delete(other);
    if (!failed.has(question)) failed.set(question, now());
    const [first = now()] = failed.values();
    if (failed.size < circuitQuestions || now() - first < circuitSpanMs) return;
    failed.clear();
    rest(fault, circuitRestMs);
  }

  function noteAnswer(): void {
    answeredAt = now();
    failed.clear();
    if (circuit.kind !== "closed") become({ kind: "closed" });
  }

  const mayTry = (): boolean =>
    circuit.kind === "closed" || (circuit.kind === "open" && now() >= circuit.until);

  return {
    get circuit() {
      return circuit;
    },
    get mayTry() {
      return mayTry();
    },
    begin(question) {
      if (!mayTry()) return undefined;
      const sentAt = now();
      const probe: Circuit | undefined =
        circuit.kind === "open" ? { kind: "half-open", cause: circuit.cause } : undefined;
      if (probe !== undefined) become(probe);
      let ended = false;
      return {
        end(verdict) {
          if (ended) return;
          ended = true;
          // Whichever query it belongs to: who answers is not broken.
          if (verdict.kind === "answered") noteAnswer();
          else if (probe !== undefined && circuit === probe) {
            if (verdict.kind === "broken") rest(verdict.fault, circuitRestMs);
            else rest(probe.cause, 0);
          } else if (verdict.kind === "broken" && circuit.kind === "closed") {
            // Of a query from before the last answer: that says nothing about now.
            if (sentAt >= answeredAt) noteFault(question, verdict.fault);
          }
        },
      };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
