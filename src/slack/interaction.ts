import { randomUUID } from "node:crypto";
import type { Openness } from "./company.ts";

/** Which door of Slack's somebody came in by. */
export type Entry =
  | "alert"
  | "command"
  | "direct-message"
  | "home"
  | "mention"
  | "message-shortcut"
  | "modal"
  | "refresh"
  | "retry"
  | "share"
  | "unwatch"
  | "watch"
  | "workflow-step";

/** One thing that somebody did in Slack. It ends in exactly one outcome. */
export interface Interaction {
  readonly entry: Entry;
  /** Short enough to be read out; on the log line, and on the card when this bot itself fails. */
  readonly reference: string;
  readonly user: string;
  readonly channel: string;
  /** The workspace in which it happened. */
  readonly team: string | undefined;
  /** The asker's own workspace, where Slack named it: another company's in a shared channel. */
  readonly homeTeam?: string | undefined;
  /** Who reads along in the channel, where Slack's own event said so. */
  readonly openness?: Openness;
  /** On the monotonic clock, in ms. */
  readonly startedAt: number;
}

export type Outcome = "answered" | "refused" | "failed";

export function createReference(): string {
  return randomUUID().slice(0, 8);
}
