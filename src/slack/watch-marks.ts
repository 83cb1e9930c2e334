import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Sought, WatchPlace } from "../watch/posts.ts";

/** Names the kind of our marks: https://docs.slack.dev/messaging/message-metadata */
const markType = "greenroom_watch";

/** A mark as Slack takes it along with a message, unseen. */
export function markOf(mark: string) {
  return { event_type: markType, event_payload: { mark } };
}

/** Pages of a channel or thread that are searched for a mark, with so many messages each. */
const mostPages = 5;
const pageSize = 200;
/** Slack's clock and ours may differ by so much, in ms. */
const clockMs = 60_000;

const pageSchema = z.object({
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

/** Looks for the message with this mark. Throws what Slack's client throws. */
export async function seekMark(
  { conversations }: Pick<webApi.WebClient, "conversations">,
  { channel, thread }: WatchPlace,
  mark: string,
  since: number,
): Promise<Exclude<Sought, { kind: "unknown" }>> {
  const oldest = ((since - clockMs) / 1000).toFixed(6);
  const search = { channel, oldest, limit: pageSize, include_all_metadata: true };
  let cursor: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const page = cursor === undefined ? search : { ...search, cursor };
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer = await (thread === undefined
      ? conversations.history(page)
      : conversations.replies({ ...page, ts: thread }));
    const { messages, response_metadata: more } = pageSchema.parse(answer);
    const found = messages.find(
      ({ metadata }) => metadata?.event_type === markType && metadata.event_payload.mark === mark,
    );
    if (found !== undefined) return { kind: "found", ts: found.ts };
    cursor = more?.next_cursor;
    if (cursor === undefined || cursor === "") break;
  }
  return { kind: "absent" };
}
