import { monotonic, pause, type MonotonicClock } from "../lib/time.ts";
import type { Breaker, Verdict } from "./breaker.ts";
import { readEnvelope } from "./envelope.ts";
import type { ObserveTencent } from "./events.ts";
import { isBreakdown, type Fault } from "./fault.ts";
import { createGate } from "./gate.ts";
import type { Lane, Quota } from "./quota.ts";
import { ruleForCode, ruleForFault, waitBeforeRetry, type RetryRule } from "./retry.ts";
import { readRoomInfo, type RoomInfo } from "./room-info.ts";
import type { Exchange, Transport } from "./transport.ts";
import type { UserSigSource } from "./user-sig.ts";

export interface TencentClientOptions {
  readonly sdkAppId: number;
  readonly identifier: string;
  readonly transport: Transport;
  readonly quota: Quota;
  readonly breaker: Breaker;
  /** How much background work may wait while nothing answers. */
  readonly longestLine: Readonly<Record<Lane, number>>;
  readonly userSig: UserSigSource;
  /** From sending one query to the end of its answer, in ms. Tencent's own limit is 3 s. */
  readonly queryTimeoutMs: number;
  /** No try is begun with less time left than this, in ms: the first, and any further one. */
  readonly shortestFirstTryMs: number;
  readonly shortestTryMs: number;
  /** How long nothing is sent after Tencent locked the account (70050), in ms. */
  readonly lockMs: number;
  readonly random?: () => number;
  readonly now?: MonotonicClock;
  readonly observe?: ObserveTencent | undefined;
}

export interface CallOptions {
  readonly lane: Lane;
  /** On the monotonic clock, in ms. The signal must abort by then. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** Told what came of each query that was sent, as it came. */
  readonly onExchange?: (exchange: Sent) => void;
}

/** What came of a query that was sent. */
export type Sent = Exclude<Exchange, { kind: "unsent" }>;

/** What came of one question, after all its tries. */
export type Answer<T> =
  | { readonly kind: "ok"; readonly data: T; readonly requestId: string | undefined }
  | {
      readonly kind: "refused";
      readonly code: number;
      readonly info: string;
      readonly requestId: string | undefined;
      readonly tries: number;
    }
  | {
      readonly kind: "fault";
      readonly fault: Fault;
      readonly tries: number;
      /** Where something came that names one, though it could not be read as an answer. */
      readonly requestId?: string | undefined;
      readonly info?: string;
    };

/** Reads the part of an answer that is a command's own. */
type Reader<T> = (response: unknown) => { ok: true; data: T } | { ok: false };

export interface TencentClient {
  /** `data` is undefined when Tencent says OK and sends no room. Never throws. */
  getRoomInfo(roomId: string, options: CallOptions): Promise<Answer<RoomInfo | undefined>>;
  close(): Promise<void>;
  /** How the line for slots stands. */
  readonly quota: Pick<Quota, "free" | "used" | "waiting">;
}

const accountLocked = 70050;

export function createTencentClient(options: TencentClientOptions): TencentClient {
  const { sdkAppId, identifier, transport, quota, breaker, userSig } = options;
  const { random = Math.random, now = monotonic, observe } = options;
  const gate = createGate({ quota, breaker, longestWait: options.longestLine.background, now });
  const signedQuery = createSignedQuery(sdkAppId, identifier);
  let locked: { readonly until: number; readonly answer: Answer<never> } | undefined;

  async function call<T>(
    command: string,
    request: unknown,
    read: Reader<T>,
    { lane, deadline, signal, onExchange }: CallOptions,
  ): Promise<Answer<T>> {
    const body = JSON.stringify(request);
    let last: Answer<T> | undefined;
    let renewed = false;
    let retry: RetryRule | undefined;

    for (let tries = 1; ; tries += 1) {
      if (locked !== undefined && now() < locked.until) return locked.answer;
      const joinedAt = now();
      // Most find a slot at once: no promise then, nor anything that would end a wait.
      const atOnce = signal.aborted ? undefined : gate.passNow(lane, body);
      const admission = atOnce ?? (await gate.pass(lane, body, signal));
      if (admission.kind !== "circuit-open") {
        observe?.({ kind: "turn", lane, admission: admission.kind, from: joinedAt, to: now() });
      }
      if (admission.kind === "full") {
        const { expectedWaitMs } = admission;
        return last ?? faultOf({ name: "too-many-waiting", expectedWaitMs }, tries - 1);
      }
      if (admission.kind === "circuit-open") {
        return last ?? faultOf(isStopping(signal) ? { name: "stopping" } : admission.fault, 0);
      }
      if (admission.kind === "aborted") return last ?? faultOf(faultOfSignal(signal), tries - 1);
      // Both may have changed while this question stood in the line.
      const needed = last === undefined ? options.shortestFirstTryMs : options.shortestTryMs;
      const noTimeLeft = signal.aborted || now() + needed > deadline;
      const nowLocked = locked !== undefined && now() < locked.until ? locked.answer : undefined;
      if (noTimeLeft || nowLocked !== undefined) {
        admission.slot.giveBack();
        return nowLocked ?? last ?? faultOf(faultOfSignal(signal), tries - 1);
      }

      const timeoutMs = Math.max(1, Math.min(options.queryTimeoutMs, deadline - now()));
      const signature = userSig.current();
      const sentAt = now();
      const exchange = await transport.post({
        path: `/v4/${command}`,
        query: `${signedQuery(signature)}&random=${Math.floor(random() * 2 ** 32)}`,
        body,
        timeoutMs,
        signal,
        mayLeave: () => admission.slot.isGood(),
      });
      if (exchange.kind === "unsent") {
        // No try: with the next slot it is the same one again.
        admission.slot.giveBack();
        tries -= 1;
        continue;
      }
      admission.slot.release(exchange.kind === "fault" && exchange.mayStillArrive);
      onExchange?.(exchange);

      const answer = readExchange(exchange, read, tries, signal);
      admission.trial.end(verdictOf(answer, timeoutMs >= options.shortestTryMs));
      observe?.({ kind: "query", lane, answer, retry, from: sentAt, to: now() });
      if (answer.kind === "ok") return answer;
      last = answer;
      if (answer.kind === "refused" && answer.code === accountLocked) {
        // Whoever asks meanwhile hears the same, and that Tencent was not asked again.
        locked = { until: now() + options.lockMs, answer: { ...answer, tries: 0 } };
        return answer;
      }
      const rule =
        answer.kind === "refused" ? ruleForCode(answer.code) : ruleForFault(answer.fault);
      const isFirstRenewal = rule === "fresh-signature" && !renewed;
      if (isFirstRenewal) {
        userSig.renew(signature);
        renewed = true;
      } else if (rule === "fresh-signature") return answer;
      // The try with an old signature does not count against the tries of other rules.
      const wait = isFirstRenewal ? 0 : waitBeforeRetry(rule, renewed ? tries - 1 : tries, random);
      if (wait === undefined || now() + wait + options.shortestTryMs > deadline) return answer;
      if (!(await pause(wait, signal))) return answer;
      retry = rule;
    }
  }

  return {
    getRoomInfo: (roomId, callOptions) =>
      call("live_engine_http_srv/get_room_info", { RoomId: roomId }, readRoomInfo, callOptions),
    close: () => transport.close(),
    quota,
  };
}

function faultOf(fault: Fault, tries: number, said?: Said): Answer<never> {
  return said === undefined
    ? { kind: "fault", fault, tries }
    : { kind: "fault", fault, tries, requestId: said.requestId, info: said.info };
}

/** What an answer says that is no answer. */
interface Said {
  readonly requestId: string | undefined;
  readonly info: string;
}

/** What stands in each query's URL and changes with the signature alone. */
function createSignedQuery(sdkAppId: number, identifier: string): (usersig: string) => string {
  let made: { readonly usersig: string; readonly query: string } | undefined;
  return (usersig) => {
    if (made?.usersig === usersig) return made.query;
    const fields = { sdkappid: String(sdkAppId), identifier, usersig, contenttype: "json" };
    made = { usersig, query: new URLSearchParams(fields).toString() };
    return made.query;
  };
}

/** The reason to give an AbortController when this process stops; any other means that time is up. */
export const stopReason = "stopping";

function isStopping(signal: AbortSignal): boolean {
  return signal.reason === stopReason;
}

export function faultOfSignal(signal: AbortSignal): Fault {
  return { name: isStopping(signal) ? "stopping" : "out-of-time" };
}

/** @param hadTime whether Tencent was given the time that an answer may take */
function verdictOf(answer: Answer<unknown>, hadTime: boolean): Verdict {
  if (answer.kind !== "fault") return { kind: "answered" };
  const { fault } = answer;
  if (isBreakdown(fault)) {
    const isSaid = fault.name !== "timed-out" || hadTime;
    return isSaid ? { kind: "broken", fault } : { kind: "unknown" };
  }
  const isOurs = fault.name === "out-of-time" || fault.name === "stopping";
  return { kind: isOurs ? "unknown" : "answered" };
}

function readExchange<T>(
  exchange: Sent,
  read: Reader<T>,
  tries: number,
  signal: AbortSignal,
): Answer<T> {
  if (exchange.kind === "fault") {
    const { fault } = exchange;
    return faultOf(fault.name === "out-of-time" ? faultOfSignal(signal) : fault, tries);
  }
  const envelope = readEnvelope(exchange.text);
  const isSuccess = exchange.status >= 200 && exchange.status < 300;
  if (envelope?.kind === "fail") {
    const { code, info, requestId } = envelope;
    return { kind: "refused", code, info, requestId, tries };
  }
  const said = envelope && { info: "", ...envelope };
  if (!isSuccess) return faultOf({ name: "http-status", status: exchange.status }, tries, said);
  if (envelope?.kind !== "ok") return faultOf({ name: "unreadable" }, tries, said);
  const reading = read(envelope.response);
  return reading.ok
    ? { kind: "ok", data: reading.data, requestId: envelope.requestId }
    : faultOf({ name: "unreadable" }, tries, said);
}
