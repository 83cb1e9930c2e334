import { webApi } from "@slack/bolt";
import type { Posting } from "./deliver.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Errors that mean: this bot is not where it was asked to post. */
const notThere: ReadonlySet<string> = new Set(["not_in_channel", "channel_not_found"]);

/** Whether a failed post may be tried again, and how. */
export function judgeWebApiError(error: unknown): Exclude<Posting, { kind: "taken" }> {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const wait = retryAfterMs(error.retryAfter);
    return {
      kind: "again",
      reason: "ratelimited",
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const reason = error.data.error;
    return { kind: reason === "invalid_blocks" ? "blocks-refused" : "final", reason };
  }
  // The client has tried requests and 5xx again by itself: see its retryConfig.
  return { kind: "final", reason: "Slack could not be reached" };
}

export function isNotThere(reason: string): boolean {
  return notThere.has(reason);
}

/** Slack's own word for what is wrong; undefined where it said none. */
export function webApiErrorCode(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
