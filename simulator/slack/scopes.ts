import type { EventName } from "./message-events.ts";
import type { ChannelKind } from "./workspace.ts";

// https://docs.slack.dev/reference/scopes

const PREFIXES: Record<ChannelKind, string> = {
  public: "channels",
  private: "groups",
  dm: "im",
  group_dm: "mpim",
};

/** The scope for a kind of conversation: `channels:read`, `im:history`, … */
export function scopeFor(kind: ChannelKind, right: "read" | "history"): string {
  return `${PREFIXES[kind]}:${right}`;
}

/** undefined: an event that needs no scope. */
const EVENT_SCOPES: Record<EventName, string | undefined> = {
  app_home_opened: undefined,
  app_mention: "app_mentions:read",
  function_executed: undefined,
  link_shared: "links:read",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  "message.mpim": "mpim:history",
};

export function mayHear(name: EventName, scopes: readonly string[] | undefined): boolean {
  const needed = EVENT_SCOPES[name];
  return needed === undefined || scopes === undefined || scopes.includes(needed);
}

/** Every event there is, for an app that hears everything. */
export const EVERY_EVENT = Object.keys(EVENT_SCOPES) as readonly EventName[];
