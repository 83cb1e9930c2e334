import type { Observer, SlackActivity } from "./activity.ts";
import type { Reachable } from "./blocks/images.ts";
import type { StepDefinition } from "./executions.ts";
import type { EventName } from "./message-events.ts";

export interface SlackSimulatorOptions {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  /** Any free port on 127.0.0.1 by default. */
  readonly port?: number;
  /** The wall clock in milliseconds, for timestamps and everything that runs out. */
  readonly now?: () => number;
  /** Asks each Socket Mode connection to reconnect after this long; never by default. */
  readonly socketRefreshMs?: number;
  readonly socketPingMs?: number;
  /** How long a connection that was asked to leave may stay open. */
  readonly socketGraceMs?: number;
  /** How long the bot has to ack, in real time. */
  readonly ackLimitMs?: number;
  /** Waits before an event that was not acked comes again. */
  readonly eventRetryDelaysMs?: readonly number[];
  /** Posts in one channel that are let through before one a second counts. */
  readonly channelBurst?: number;
  /** Which pictures Slack's servers can fetch. */
  readonly reachable?: Reachable;
  /** What the app subscribes to; nothing by default. */
  readonly events?: readonly EventName[];
  /** What the app was granted, as in its manifest; everything by default. */
  readonly scopes?: readonly string[];
  /** What the app-level token was granted; everything by default. */
  readonly appScopes?: readonly string[];
  /** Whether people can write to the app, as in its manifest; they can by default. */
  readonly takesMessages?: boolean;
  /** Whose links the app unfurls. */
  readonly unfurlDomains?: readonly string[];
  /** The workflow steps that the app offers. */
  readonly steps?: readonly StepDefinition[];
  /** Hears what passes between Slack and the bot, as it happens. */
  readonly observe?: Observer<SlackActivity>;
}

export const DEFAULTS = {
  socketPingMs: 10_000,
  socketGraceMs: 10_000,
  ackLimitMs: 3000,
  channelBurst: 4,
};
