import type { Reachable } from "./blocks/images.ts";
import type { Ack, Delivery } from "./delivery.ts";
import type { JsonObject } from "./json.ts";
import type { Message } from "./messages.ts";
import type { Post, PostTarget } from "./posting.ts";
import { applyPost } from "./posting.ts";
import { SLACKBOT } from "./seed.ts";
import { waitFor } from "./waiting.ts";
import type { Workspace } from "./workspace.ts";

/** What came of something a user did, as the user saw it. */
export interface Interaction {
  readonly payload: JsonObject;
  readonly ack: Ack;
  /** Everything that came through the ack and the response URL, in order. */
  readonly posts: readonly Post[];
  /** The messages of those posts: one that was replaced is there as it says now. */
  readonly messages: readonly Message[];
  /** Slackbot's line to the user when the bot was late, absent or broken. */
  readonly notice: Message | undefined;
  /** Waits until this many posts have come. */
  settled(count?: number, timeoutMs?: number): Promise<readonly Message[]>;
}

export interface Started {
  readonly target: PostTarget;
  readonly onPost: (post: Post) => void;
  /** Delivers, judges the ack, and says what came of it. */
  finish(delivery: Delivery, name: string): Promise<Interaction>;
}

interface Parts {
  readonly workspace: Workspace;
  readonly now: () => number;
  readonly reachable: Reachable | undefined;
  readonly send: (delivery: Delivery) => Promise<Ack>;
}

export function startInteraction(parts: Parts, target: PostTarget): Started {
  const { workspace, now } = parts;
  const posts: Post[] = [];

  function tell(name: string, error: string): Message {
    const text = `${name} failed with the error "${error}"`;
    const { channel, user } = target;
    return workspace.post({ channel, user: SLACKBOT, via: "slackbot", ephemeralTo: user, text });
  }

  /** A message in the ack of a command; the error when Slack can't show it. */
  function showAck(delivery: Delivery, ack: Ack): string | undefined {
    if (!delivery.acceptsPayload || ack.body === undefined) return undefined;
    const raw = typeof ack.body === "string" ? { text: ack.body } : ack.body;
    if (Object.keys(raw).length === 0) return undefined;
    const result = applyPost(workspace, target, raw, "ack", parts.reachable);
    if (!result.ok) return result.error;
    posts.push({ ...result.post, at: now() });
    workspace.changed();
    return undefined;
  }

  async function finish(delivery: Delivery, name: string): Promise<Interaction> {
    const ack = await parts.send(delivery);
    const error = ack.error ?? showAck(delivery, ack);
    const notice = error === undefined ? undefined : tell(name, error);
    return {
      payload: delivery.payload,
      ack,
      posts,
      get messages() {
        return posts.map((post) => post.message);
      },
      notice,
      settled: (count = 1, timeoutMs = 5000) =>
        waitFor(
          workspace.watch,
          () => (posts.length >= count ? posts.map((post) => post.message) : undefined),
          timeoutMs,
          () => `${name}: expected ${count} posts, ${posts.length} came`,
        ),
    };
  }

  return { target, finish, onPost: (post) => posts.push(post) };
}
