import type { TencentEvent } from "../tencent/events.ts";
import { noSuchRoom } from "../room/look-up.ts";
import { correlation } from "../lib/correlation.ts";
import type { Observe } from "./events.ts";
import type { Log } from "./log.ts";

/**
 * A line for each query, with the RequestId that Tencent's support asks for: the line of an
 * interaction has the last one alone. What went well, and what nobody asked for, is for debugging.
 */
export function createQueryLog(log: Log): Observe<TencentEvent> {
  return (event) => {
    if (event.kind !== "query") return;
    const { answer, lane, retry } = event;
    const ms = Math.round(event.to - event.from);
    if (answer.kind === "ok") {
      log.debug({ lane, retry, ms, requestId: answer.requestId }, "a query to Tencent");
      return;
    }
    const code = answer.kind === "refused" ? answer.code : answer.fault.name;
    const line = { lane, retry, ms, code, requestId: answer.requestId };
    const isTrouble = code !== noSuchRoom && correlation() !== undefined;
    log[isTrouble ? "info" : "debug"](line, "a query to Tencent that brought no room");
  };
}
