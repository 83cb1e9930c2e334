import type { JsonObject } from "./json.ts";

/** One request that the bot made to Slack. */
export interface Call {
  readonly kind: "web_api" | "response_url";
  /** A Web API method, or the path of a response URL. */
  readonly method: string;
  /** Without the token. */
  readonly args: JsonObject;
  readonly at: number;
  /** The HTTP status that was answered; undefined for one that hangs or was cut off. */
  readonly status: number | undefined;
  /** "ok", Slack's error, or the fault that was set. */
  readonly outcome: string;
  readonly retryAfter: number | undefined;
}

/** An answer to be sent, told to the log of calls on its way out. */
export interface Answer {
  readonly status: number;
  readonly body: string | JsonObject;
  readonly outcome: string;
  readonly retryAfter?: number;
  /** Of the token, as each answer of the Web API names them. */
  readonly scopes?: readonly string[] | undefined;
}
