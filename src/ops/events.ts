import type { LookupEvent } from "../room/look-up.ts";
import type { TencentEvent } from "../tencent/events.ts";

/** What the Slack side tells, when it has happened. Times are monotonic, in ms. */
export type SlackEvent =
  | {
      readonly kind: "interaction";
      readonly entry: string;
      readonly reference: string;
      readonly outcome: string;
      /** Whether its answer arrived. */
      readonly isDelivered: boolean;
      readonly result?: string | number | undefined;
      readonly code?: string | number | undefined;
      readonly requestId?: string | number | undefined;
      readonly from: number;
      readonly to: number;
    }
  | SlackCall
  /** A request that is not Slack's, or is not of use. */
  | { readonly kind: "request-refused"; readonly reason: string }
  | { readonly kind: "reconnect" };

/** One request of ours to Slack. */
export interface SlackCall {
  readonly kind: "slack-call";
  /** The method of the Web API, or `response_url`. */
  readonly method: string;
  /** Slack's own word, or ours where none of Slack's came; undefined when it went well. */
  readonly error: string | undefined;
  /** Whether Slack itself answered, be it with a refusal. */
  readonly isAnswered: boolean;
  readonly from: number;
  readonly to: number;
}

export type BotEvent =
  | LookupEvent
  | SlackEvent
  | TencentEvent
  | { readonly kind: "watch-ended"; readonly why: string };

/** Must neither throw nor take long: it runs between a question and its answer. */
export type Observe<T = BotEvent> = (event: T) => void;
