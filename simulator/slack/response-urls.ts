import type { Reachable } from "./blocks/images.ts";
import type { Answer } from "./calls.ts";
import type { ChannelRate } from "./channel-rate.ts";
import { makeNumber, makeSecret } from "./ids.ts";
import { isObject, parseJson } from "./json.ts";
import type { Post, PostTarget } from "./posting.ts";
import { applyPost, replacesOriginal } from "./posting.ts";
import type { Workspace } from "./workspace.ts";

// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
const MOST_USES = 5;
const LIFE_MS = 30 * 60 * 1000;

export type ResponseUrlKind = "commands" | "actions" | "app";

interface Issued {
  readonly target: PostTarget;
  readonly at: number;
  readonly onPost: (post: Post) => void;
  uses: number;
}

export interface ResponseUrls {
  issue(kind: ResponseUrlKind, target: PostTarget, onPost: (post: Post) => void): string;
  has(path: string): boolean;
  answer(path: string, contentType: string, body: string): Answer;
}

interface Parts {
  readonly workspace: Workspace;
  readonly baseUrl: () => string;
  readonly now: () => number;
  readonly rate: ChannelRate;
  readonly reachable: Reachable | undefined;
}

export function createResponseUrls(parts: Parts): ResponseUrls {
  const { workspace, now } = parts;
  const issued = new Map<string, Issued>();

  function answer(path: string, contentType: string, body: string): Answer {
    const url = issued.get(path);
    if (url === undefined) return refuse(404, "no_service");
    if (now() - url.at > LIFE_MS) return refuse(404, "expired_url");
    if (url.uses >= MOST_USES) return refuse(404, "used_url");
    const raw = /^application\/json\b/u.test(contentType) ? parseJson(body) : undefined;
    if (!isObject(raw)) return refuse(400, "invalid_payload");

    // An edit is no new post.
    const isPublic = raw["response_type"] === "in_channel" && !replacesOriginal(url.target, raw);
    const wait = isPublic ? parts.rate.take(url.target.channel) : undefined;
    if (wait !== undefined) return { ...refuse(429, "ratelimited"), retryAfter: wait };

    const result = applyPost(workspace, url.target, raw, "response_url", parts.reachable);
    if (!result.ok) return refuse(result.error === "message_not_found" ? 404 : 400, result.error);
    url.uses += 1;
    url.onPost({ ...result.post, at: now() });
    workspace.changed();
    return { status: 200, body: "ok", outcome: "ok" };
  }

  return {
    issue(kind, target, onPost) {
      const path = `/${kind}/${workspace.team.id}/${makeNumber()}/${makeSecret()}`;
      issued.set(path, { target, onPost, at: now(), uses: 0 });
      return `${parts.baseUrl()}${path}`;
    },
    has: (path) => /^\/(commands|actions|app)\//u.test(path),
    answer,
  };
}

/** The refusals of a URL come as JSON, those of a body as a bare word. */
function refuse(status: number, error: string): Answer {
  const aboutTheUrl = status === 404;
  return { status, body: aboutTheUrl ? { ok: false, error } : error, outcome: error };
}
