import { webApi, type Logger as BoltLogger } from "@slack/bolt";
import { z } from "zod";
import type { Card } from "../cards/card.ts";
import { monotonic } from "../lib/time.ts";
import type { Posted, Sought, WatchPlace, WatchPosts } from "../watch/posts.ts";
import type { ChannelTurns } from "./channel-turns.ts";
import { plainer } from "./plainer.ts";

export interface WatchPostsOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly logger: BoltLogger;
  readonly turns: ChannelTurns;
  /** For one call, and for a turn in the channel, in ms: both together stay within a claim. */
  readonly callMs: number;
}

/** Names the kind of our marks: https://docs.slack.dev/messaging/message-metadata */
const markType = "greenroom_watch";

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

/** Where this bot may not look, it can't know: rather a message twice than none. */
const blindness: ReadonlySet<string> = new Set([...losses, "not_allowed_token_type"]);

/** Pages of a channel or thread that are searched for a mark, with 200 messages each. */
const mostPages = 5;
const pageSize = 200;
/** Slack's clock and ours may differ by so much, in ms. */
const clockMs = 60_000;

const page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({
          event_type: z.string(),
          event_payload: z.object({ mark: z.string().optional() }),
        })
        .optional()
        .catch(undefined),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/**
 * Posts for watches, by a client of its own that never tries twice: one that does may post twice,
 * when it was the answer that got lost.
 */
export function createWatchPosts(options: WatchPostsOptions): WatchPosts {
  const { turns, callMs } = options;
  const client = new webApi.WebClient(options.token, {
    slackApiUrl: options.apiUrl,
    logger: options.logger,
    timeout: callMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  });
  /** Until when Slack wants no more edits, on the monotonic clock. */
  let editsFrom = 0;

  async function postOnce(
    { channel, thread }: WatchPlace,
    mark: string,
    card: Card,
  ): Promise<Posted> {
    const { text, blocks } = card;
    const { ts } = await client.chat.postMessage({
      channel,
      text,
      blocks: [...blocks],
      ...(thread === undefined ? {} : { thread_ts: thread }),
      metadata: { event_type: markType, event_payload: { mark } },
      unfurl_links: false,
      unfurl_media: false,
    });
    return ts === undefined
      ? { kind: "doubtful", reason: "Slack named no message" }
      : { kind: "done", ts };
  }

  return {
    async post(place, mark, card) {
      const asked = monotonic();
      const taken = await turns.take(place.channel, async (): Promise<Posted | "crowded"> =>
        // Too late: the claim may run out before Slack answers.
        monotonic() - asked > callMs
          ? "crowded"
          : plainerOnRefusal(card, (current) => postOnce(place, mark, current)),
      );
      return taken === "crowded"
        ? { kind: "later", reason: "too many posts wait for this channel" }
        : taken;
    },

    async edit(channel, ts, card) {
      const waitMs = editsFrom - monotonic();
      if (waitMs > 0) return { kind: "later", reason: "ratelimited", afterMs: waitMs };
      const edited = await plainerOnRefusal(card, async ({ text, blocks }) => {
        await client.chat.update({ channel, ts, text, blocks: [...blocks] });
        return { kind: "done", ts };
      });
      // Slack counts the edits of a whole workspace together.
      if (edited.kind === "later") editsFrom = monotonic() + (edited.afterMs ?? 0);
      return edited;
    },

    async seek({ channel, thread }, mark, since): Promise<Sought> {
      const oldest = ((since - clockMs) / 1000).toFixed(6);
      let cursor = "";
      try {
        for (let count = 0; count < mostPages; count += 1) {
          const search = {
            channel,
            oldest,
            limit: pageSize,
            include_all_metadata: true,
            ...(cursor === "" ? {} : { cursor }),
          };
          // oxlint-disable-next-line no-await-in-loop -- each page names the next
          const answer = await (thread === undefined
            ? client.conversations.history(search)
            : client.conversations.replies({ ...search, ts: thread }));
          const { messages, response_metadata: more } = page.parse(answer);
          const found = messages.find(
            ({ metadata }) =>
              metadata?.event_type === markType && metadata.event_payload.mark === mark,
          );
          if (found !== undefined) return { kind: "found", ts: found.ts };
          cursor = more?.next_cursor ?? "";
          if (cursor === "") break;
        }
        return { kind: "absent" };
      } catch (error) {
        const failed = judge(error);
        const isBlind =
          error instanceof webApi.WebAPIPlatformError && blindness.has(error.data.error);
        return isBlind ? { kind: "absent" } : { kind: "unknown", reason: failed.reason };
      }
    },
  };
}

async function plainerOnRefusal(
  card: Card,
  send: (card: Card) => Promise<Posted>,
): Promise<Posted> {
  try {
    return await send(card);
  } catch (error) {
    const isRefused =
      error instanceof webApi.WebAPIPlatformError && error.data.error === "invalid_blocks";
    const next = isRefused ? plainer(card) : undefined;
    return next === undefined ? judge(error) : plainerOnRefusal(next, send);
  }
}

/** What a failed call means for its message. */
function judge(error: unknown): Exclude<Posted, { kind: "done" }> {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: "later", reason: "ratelimited", afterMs: error.retryAfter * 1000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const reason = error.data.error;
    if (losses.has(reason)) return { kind: "lost", reason };
    return { kind: doubts.has(reason) ? "doubtful" : "later", reason };
  }
  // A time-out, a reset, a 5xx: Slack may have taken it all the same.
  return { kind: "doubtful", reason: "no answer from Slack" };
}
