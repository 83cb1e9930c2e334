import { randomUUID } from "node:crypto";
import { correlation } from "../lib/correlation.ts";
import type { Openness } from "./company.ts";

/** Which door of Slack's somebody came in by. */
export const entries = [
  "alert",
  "command",
  "direct-message",
  "home",
  "link",
  "mention",
  "message-shortcut",
  "modal",
  "refresh",
  "retry",
  "share",
  "unwatch",
  "watch",
  "workflow-step",
] as const;
export type Entry = (typeof entries)[number];

/** One thing that somebody did in Slack. It ends in exactly one outcome. */
export interface Interaction {
  readonly entry: Entry;
  /** Short enough to be read out; on every log line, and on the card of a refusal or failure. */
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

export const outcomes = ["answered", "refused", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

/** That of what Slack sent, which may be more than one question. */
export function createReference(): string {
  return correlation()?.reference ?? randomUUID().slice(0, 8);
}
