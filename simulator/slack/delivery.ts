import type { JsonObject } from "./json.ts";
import { isObject, parseJson } from "./json.ts";

export type EnvelopeType = "slash_commands" | "interactive" | "events_api";

/** Something for the bot, on whichever way it goes. */
export interface Delivery {
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
  /** Whether a message in the ack is shown. */
  readonly acceptsPayload: boolean;
  readonly retry?: { readonly attempt: number; readonly reason: "timeout" | "error" } | undefined;
}

/** What came back. */
export interface Ack {
  /** In time, and a success. */
  readonly ok: boolean;
  /** The HTTP status; 200 for an acked envelope; undefined when no answer came. */
  readonly status: number | undefined;
  readonly ms: number;
  /** JSON where the bot sent JSON, text where it sent text, undefined where it sent nothing. */
  readonly body: JsonObject | string | undefined;
  /** No answer within the limit: the user was told of a time-out. */
  readonly late: boolean;
  /** What the user is told went wrong. */
  readonly error: string | undefined;
}

/** Text and content type of an answer as a body: what is no JSON object counts as text. */
export function readAckBody(text: string, contentType: string): JsonObject | string | undefined {
  if (text.trim() === "") return undefined;
  if (!contentType.includes("json")) return text;
  const parsed = parseJson(text);
  return isObject(parsed) ? parsed : text;
}

/** The error in Slackbot's line to the user. */
export function ackError(
  status: number | undefined,
  failure: string | undefined,
): string | undefined {
  if (failure === "too_late") return "operation_timeout";
  if (failure !== undefined || status === undefined) return "dispatch_failed";
  if (status >= 500) return "http_service_error";
  return status >= 200 && status < 300 ? undefined : "http_client_error";
}
