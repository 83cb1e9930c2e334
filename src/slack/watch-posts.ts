import type { webApi } from "@slack/bolt";
import type { Card } from "../cards/card.ts";
import { monotonic } from "../lib/time.ts";
import type { Posted, WatchPlace, WatchPosts } from "../watch/posts.ts";
import type { ChannelTurns } from "./channel-turns.ts";
import type { Openness } from "./company.ts";
import type { GuardedFetch, MayLeave } from "./guarded-fetch.ts";
import { plainer } from "./plainer.ts";
import { markOf, seekMark } from "./watch-marks.ts";
import { verdictOn } from "./watch-verdict.ts";
import { webApiErrorCode } from "./web-api-error.ts";

export interface WatchPostsOptions {
  /** One that never tries twice: it might post twice, when it was the answer that got lost. */
  readonly client: Pick<webApi.WebClient, "chat" | "conversations">;
  /** Of the client's own requests. */
  readonly guard: GuardedFetch["guard"];
  readonly turns: ChannelTurns;
  /** Longer than this no turn in a channel is waited for, in ms. */
  readonly turnMs: number;
  /** Who reads along in a channel, as of lately. */
  readonly opennessOf: (channel: string) => Promise<Openness>;
}

/** Posts that may be ahead: those that people wait for are not to wait behind many watches. */
const mostAhead = 3;
/** After a line that was full, or a channel of which Slack said nothing, in ms. */
const soonMs = 2_000;

/** Fulfils what watches need of Slack. */
export function createWatchPosts(options: WatchPostsOptions): WatchPosts {
  const { client, guard, turns, turnMs, opennessOf } = options;
  /** Until when Slack wants no more edits, on the monotonic clock. */
  let editsFrom = 0;

  /** A channel may be opened to another company while a watch is under way. */
  async function guarded(channel: string, send: () => Promise<Posted>): Promise<Posted> {
    switch (await opennessOf(channel)) {
      case "internal":
        return send();
      case "shared":
        return { kind: "lost", reason: "the channel is shared with another company" };
      case "unknown":
        // Where the bot was taken out, Slack says so itself.
        return (
          (await isThere(channel)) ?? { kind: "later", reason: "who reads along is not known" }
        );
    }
  }

  async function isThere(channel: string): Promise<Posted | undefined> {
    try {
      const { channel: found } = await client.conversations.info({ channel });
      return found?.is_member === false ? { kind: "lost", reason: "not_in_channel" } : undefined;
    } catch (error) {
      const verdict = verdictOn(error);
      return verdict.kind === "lost" ? verdict : undefined;
    }
  }

  /** Whoever took this work has it for a while alone, and a process may be paused for longer. */
  async function whileMine(mayLeave: MayLeave, send: () => Promise<Posted>): Promise<Posted> {
    let isOver = false;
    const ask = (): boolean => {
      isOver ||= !mayLeave();
      return !isOver;
    };
    const posted = await guard(ask, send);
    // It never left, so there is no doubt about it.
    return isOver && posted.kind === "doubtful"
      ? { kind: "later", reason: "the time for it was over" }
      : posted;
  }

  async function postOnce(
    { channel, thread }: WatchPlace,
    mark: string,
    { text, blocks }: Card,
  ): Promise<Posted> {
    const { ts } = await client.chat.postMessage({
      channel,
      text,
      blocks: [...blocks],
      ...(thread === undefined ? {} : { thread_ts: thread }),
      metadata: markOf(mark),
      unfurl_links: false,
      unfurl_media: false,
    });
    return ts === undefined
      ? { kind: "doubtful", reason: "Slack named no message" }
      : { kind: "done", ts };
  }

  return {
    post: (place, mark, card, mayLeave) =>
      guarded(place.channel, async () => {
        const asked = monotonic();
        const post = async (): Promise<Posted | "crowded"> =>
          // Too late: whoever took this work may have to give it back before Slack answers.
          monotonic() - asked > turnMs
            ? "crowded"
            : whileMine(mayLeave, () =>
                plainerOnRefusal(card, (current) => postOnce(place, mark, current)),
              );
        const taken = await turns.take(place.channel, post, mostAhead);
        return taken === "crowded"
          ? { kind: "later", reason: "other posts wait for this channel", afterMs: soonMs }
          : taken;
      }),

    edit: (channel, ts, card, mayLeave) =>
      guarded(channel, async () => {
        const waitMs = editsFrom - monotonic();
        if (waitMs > 0) return { kind: "later", reason: "ratelimited", afterMs: waitMs };
        const edited = await whileMine(mayLeave, () =>
          plainerOnRefusal(card, async ({ text, blocks }) => {
            await client.chat.update({ channel, ts, text, blocks: [...blocks] });
            return { kind: "done", ts };
          }),
        );
        // Slack counts the edits of a whole workspace together.
        if (edited.kind === "later") editsFrom = monotonic() + (edited.afterMs ?? 0);
        return edited;
      }),

    async seek(place, mark, since) {
      try {
        return await seekMark(client, place, mark, since);
      } catch (error) {
        const verdict = verdictOn(error);
        // Where this bot may not look, it can't know: rather a message twice than none.
        return verdict.kind === "lost"
          ? { kind: "absent" }
          : { kind: "unknown", reason: verdict.reason };
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
    const next = webApiErrorCode(error) === "invalid_blocks" ? plainer(card) : undefined;
    return next === undefined ? verdictOn(error) : plainerOnRefusal(next, send);
  }
}
