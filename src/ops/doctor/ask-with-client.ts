import { monotonic } from "../../lib/time.ts";
import type { Answer, Sent, TencentClient } from "../../tencent/client.ts";
import { readEnvelope } from "../../tencent/envelope.ts";
import type { Fault } from "../../tencent/fault.ts";
import { serverTimeOf } from "../../tencent/server-time.ts";
import { noRoomsId, type Heard } from "./ask-tencent.ts";

export interface AskWithClientOptions {
  /** For the wait in the line, and for all tries, in ms. */
  readonly limitMs: number;
  /** Aborts when this process stops. */
  readonly signal: AbortSignal;
}

/**
 * Looks up a room that can't exist with the bot's own client: its query stands in the line of the
 * others and counts with them, so that a doctor who is called within the bot breaks no quota.
 * Never throws.
 */
export async function askWithClient(
  client: Pick<TencentClient, "getRoomInfo">,
  { limitMs, signal }: AskWithClientOptions,
): Promise<Heard> {
  let last: Sent | undefined;
  const answer = await client.getRoomInfo(noRoomsId, {
    lane: "person",
    deadline: monotonic() + limitMs,
    signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
    onExchange(exchange) {
      last = exchange;
    },
  });
  return heardOf(answer, last);
}

/** @param last what came of the last query; undefined where none was sent */
function heardOf(answer: Answer<unknown>, last: Sent | undefined): Heard {
  if (last?.kind === "answer") {
    const { status, date, text } = last;
    const envelope = readEnvelope(text);
    return { kind: "answer", status, serverTime: serverTimeOf(date), envelope };
  }
  if (last?.kind === "fault") return { kind: "fault", fault: unanswered(last.fault, answer) };
  if (answer.kind === "fault") return { kind: "fault", fault: causeOf(answer.fault) };
  // Tencent said it a moment ago, and the client holds back what would be answered alike.
  const { requestId } = answer;
  const envelope =
    answer.kind === "refused"
      ? { kind: "fail" as const, code: answer.code, info: answer.info, requestId }
      : { kind: "ok" as const, response: answer.data, requestId };
  return { kind: "answer", status: 200, serverTime: undefined, envelope };
}

/** The query had left, so it was Tencent that took all the time, unless this process stops. */
function unanswered(fault: Fault, answer: Answer<unknown>): Fault {
  const isStopping = answer.kind === "fault" && answer.fault.name === "stopping";
  if (isStopping) return answer.fault;
  return fault.name === "out-of-time" ? { name: "timed-out" } : fault;
}

/** Why nothing is sent at the moment is what there is to mend. */
function causeOf(fault: Fault): Fault {
  return fault.name === "circuit-open" ? (fault.cause ?? fault) : fault;
}
