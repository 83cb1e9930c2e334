import { webApi } from "@slack/bolt";
import type { Posted } from "../watch/posts.ts";
import { retryAfterMs } from "./retry-after.ts";
import { webApiErrorCode } from "./web-api-error.ts";

/**
 * Slack's words for: this message, this channel or this bot's right to it is gone. Whatever is not
 * among them may pass.
 */
const losses: ReadonlySet<string> = new Set([
  "cant_update_message",
  "channel_not_found",
  "edit_window_closed",
  "ekm_access_denied",
  "is_archived",
  "message_not_found",
  "missing_scope",
  "no_permission",
  "not_in_channel",
  "posting_to_channel_denied",
  "restricted_action",
  "restricted_action_non_threadable_channel",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
  "restricted_action_thread_only_channel",
  "team_access_not_granted",
  "thread_not_found",
  "user_not_in_channel",
]);

/** Slack says these in place of an answer; part of what was asked may have been done. */
const doubts: ReadonlySet<string> = new Set([
  "fatal_error",
  "internal_error",
  "request_timeout",
  "service_unavailable",
]);

/** What a failed call means for a watch's message. */
export function verdictOn(error: unknown): Exclude<Posted, { kind: "done" }> {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    // It is written into the store, which takes no number without end.
    const wait = retryAfterMs(error.retryAfter);
    return {
      kind: "later",
      reason: "ratelimited",
      ...(wait === undefined ? {} : { afterMs: wait }),
    };
  }
  const reason = webApiErrorCode(error);
  // A time-out, a reset, a 5xx: Slack may have taken it all the same.
  if (reason === undefined) return { kind: "doubtful", reason: "no answer from Slack" };
  if (losses.has(reason)) return { kind: "lost", reason };
  return { kind: doubts.has(reason) ? "doubtful" : "later", reason };
}
