import type { BotEvent } from "./events.ts";

/** One step of an interaction, as a trace shows it. Times are monotonic, in ms. */
export interface Part {
  readonly name: string;
  /** A request to somebody else. */
  readonly isOutside: boolean;
  readonly isError: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
}

/** Names and words of ours, codes and RequestIds: no room, no person, no address. */
export function partOf(event: BotEvent): Part | undefined {
  switch (event.kind) {
    case "turn": {
      const { lane, admission, from, to } = event;
      const attributes = { "greenroom.lane": lane, "greenroom.admission": admission };
      const isError = admission === "full";
      return { name: "quota wait", isOutside: false, isError, attributes, from, to };
    }
    case "query": {
      const { answer, lane, retry, from, to } = event;
      const code = answer.kind === "fault" ? answer.fault.name : codeOf(answer);
      const attributes = {
        "greenroom.lane": lane,
        "tencent.result": answer.kind,
        ...(code === undefined ? {} : { "tencent.code": code }),
        ...(retry === undefined ? {} : { "greenroom.retry": retry }),
        ...(answer.requestId === undefined ? {} : { "tencent.request_id": answer.requestId }),
      };
      const isError = answer.kind !== "ok";
      return { name: "tencent get_room_info", isOutside: true, isError, attributes, from, to };
    }
    case "slack-call": {
      const { method, error, from, to } = event;
      const attributes = {
        "slack.method": method,
        ...(error === undefined ? {} : { "slack.error": error }),
      };
      const isError = error !== undefined;
      return { name: `slack ${method}`, isOutside: true, isError, attributes, from, to };
    }
    case "interaction":
    case "look-up":
    case "reconnect":
    case "request-refused":
    case "watch-ended":
      return undefined;
  }
}

function codeOf(answer: { readonly kind: "ok" } | { readonly kind: "refused"; code: number }) {
  return answer.kind === "refused" ? String(answer.code) : undefined;
}
