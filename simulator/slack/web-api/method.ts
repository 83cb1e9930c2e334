import type { Reachable } from "../blocks/images.ts";
import type { ChannelRate } from "../channel-rate.ts";
import type { JsonObject } from "../json.ts";
import type { Triggers } from "../triggers.ts";
import type { Workspace } from "../workspace.ts";

/** What the methods work with. */
export interface MethodContext {
  readonly workspace: Workspace;
  readonly url: string;
  readonly rate: ChannelRate;
  readonly triggers: Triggers;
  readonly reachable: Reachable | undefined;
  /** What the app was granted; undefined: everything. */
  readonly scopes: readonly string[] | undefined;
  /** What the app-level token was granted; undefined: everything. */
  readonly appScopes: readonly string[] | undefined;
  /** The URL of a Socket Mode connection that is good once. */
  openSocketUrl(): string;
}

export interface MethodResult {
  readonly body: JsonObject & { readonly ok: boolean };
  /** Set when the answer is HTTP 429. */
  readonly retryAfter?: number;
}

export interface Method {
  readonly token: "bot" | "app";
  /** The scope that a call needs. */
  scope?(args: JsonObject, workspace: Workspace): string | undefined;
  run(args: JsonObject, context: MethodContext, token: string): MethodResult;
}

export function succeed(fields: JsonObject = {}): MethodResult {
  return { body: { ok: true, ...fields } };
}

export function fail(error: string, messages: readonly string[] = []): MethodResult {
  if (messages.length === 0) return { body: { ok: false, error } };
  const response_metadata = { messages: messages.map((message) => `[ERROR] ${message}`) };
  return { body: { ok: false, error, errors: messages, response_metadata } };
}

export function rateLimited(retryAfter: number): MethodResult {
  return { body: { ok: false, error: "ratelimited" }, retryAfter };
}
