import type { EventDelivery } from "./events.ts";
import type { Frame } from "./socket-connections.ts";
import type { Release } from "./held-events.ts";

/** What goes wrong, on demand. Each fault is used up by the next requests it applies to. */

interface Applied {
  /** The request takes effect before the fault hides the answer: how posts come to be doubled. */
  readonly applied?: boolean;
}

export type Fault = (
  | { readonly kind: "status"; readonly status: number; readonly body?: string }
  | { readonly kind: "rate_limited"; readonly retryAfter: number }
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
  /** One of Slack's own errors: `invalid_blocks`, `internal_error`, … */
  | { readonly kind: "error"; readonly error: string }
) &
  Applied;

export interface Faults {
  /** For the next posts to response URLs. */
  responseUrl(fault: Fault, times?: number): void;
  /** For the next calls of a Web API method; "*" for any. */
  webApi(method: string, fault: Fault, times?: number): void;
  /** For the next requests of the bot's, whichever way they come. */
  anyCall(fault: Fault, times?: number): void;
  /** The next delivery to the bot comes this many times more, byte for byte. */
  repeatDelivery(times?: number): void;
  /** Until cleared, each event comes this many times more at once, as Slack's retries. */
  repeatEvents(times: number): void;
  /** From now on events wait. */
  holdEvents(): void;
  /** Delivers what waited, in another order and more than once where asked, and ends the waiting. */
  releaseEvents(options?: Release): Promise<readonly EventDelivery[]>;
  /** Cuts Socket Mode connections without a word: all, or so many; returns how many. */
  dropSockets(most?: number): number;
  /** Sends Socket Mode connections, all or so many, the message that they will be closed. */
  refreshSockets(most?: number): void;
  /** Every Socket Mode connection stays open, and nothing more is read or said; returns how many. */
  silenceSockets(): number;
  /** Sends every Socket Mode connection something that no app expects. */
  sendFrame(frame: Frame): void;
  /** Forgets the faults that were not used. */
  clear(): void;
  /** How many requests will meet a fault that was set. */
  readonly waiting: number;
  /** How many times more each event is delivered at present. */
  readonly repeats: number;
}

interface Planned {
  readonly target: string;
  readonly fault: Fault;
  left: number;
}

export interface FaultPlan {
  readonly faults: Pick<
    Faults,
    "responseUrl" | "webApi" | "anyCall" | "repeatDelivery" | "repeatEvents" | "clear"
  >;
  takeResponseUrl(): Fault | undefined;
  takeWebApi(method: string): Fault | undefined;
  takeRepeats(): number;
  readonly eventRepeats: () => number;
  readonly waiting: () => number;
}

const RESPONSE_URL = "response_url";
const ANY_CALL = "any call";

export function createFaultPlan(): FaultPlan {
  let planned: Planned[] = [];
  let repeats = 0;
  let eventRepeats = 0;

  function take(matches: (target: string) => boolean): Fault | undefined {
    const found = planned.find((plan) => matches(plan.target));
    if (found === undefined) return undefined;
    found.left -= 1;
    planned = planned.filter((plan) => plan.left > 0);
    return found.fault;
  }

  return {
    faults: {
      responseUrl: (fault, times = 1) => planned.push({ target: RESPONSE_URL, fault, left: times }),
      webApi: (method, fault, times = 1) => planned.push({ target: method, fault, left: times }),
      anyCall: (fault, times = 1) => planned.push({ target: ANY_CALL, fault, left: times }),
      repeatDelivery: (times = 1) => {
        repeats = times;
      },
      repeatEvents: (times) => {
        eventRepeats = times;
      },
      clear: () => {
        planned = [];
        repeats = 0;
        eventRepeats = 0;
      },
    },
    eventRepeats: () => eventRepeats,
    waiting: () => repeats + planned.reduce((sum, { left }) => sum + left, 0),
    takeResponseUrl: () => take((target) => [RESPONSE_URL, ANY_CALL].includes(target)),
    takeWebApi: (method) => take((target) => [method, "*", ANY_CALL].includes(target)),
    takeRepeats: () => {
      const taken = repeats;
      repeats = 0;
      return taken;
    },
  };
}
