import type { Call } from "../../../simulator/slack/calls.ts";
import type { Ack, Delivery } from "../../../simulator/slack/delivery.ts";
import { isObject, parseJson } from "../../../simulator/slack/json.ts";
import type { TencentActivity } from "../../../simulator/tencent/activity.ts";

/** What the timeline says of a step, in words for somebody who has never seen Slack's API. */

/** How a step ended. */
export interface Ending {
  readonly outcome: "ok" | "failed";
  readonly note: string;
}

const interactions: Readonly<Record<string, string>> = {
  block_actions: "tells of the button",
  message_action: "tells of the shortcut",
  shortcut: "tells of the shortcut",
  view_submission: "sends what was filled in",
  view_closed: "tells that the window was closed",
};

const events: Readonly<Record<string, string>> = {
  app_home_opened: "tells that the Home tab was opened",
  app_mention: "tells of the mention",
  function_executed: "asks for the workflow's step",
  link_shared: "tells of the link",
  message: "tells of the message",
};

const changes: Readonly<Record<string, string>> = {
  message_changed: "tells of the edit",
  message_deleted: "tells of the deletion",
};

export function deliveryLabel({ type, payload, retry }: Delivery): string {
  const again = retry === undefined ? "" : `, once more`;
  if (type === "slash_commands") return `hands over the command${again}`;
  if (type === "interactive") {
    const kind = String(payload["type"]);
    return `${interactions[kind] ?? "tells of something"}${again} (${kind})`;
  }
  const event = isObject(payload["event"]) ? payload["event"] : {};
  const [kind, subtype] = [String(event["type"]), String(event["subtype"])];
  return `${changes[subtype] ?? events[kind] ?? "tells of something"}${again} (${kind})`;
}

export function ackEnding({ ok, late, error, status }: Ack): Ending {
  if (ok) return { outcome: "ok", note: "acknowledged" };
  if (late) return { outcome: "failed", note: "not acknowledged in time" };
  const answered = status === undefined ? "not reached" : `HTTP ${status}`;
  return { outcome: "failed", note: `${answered}, ${error ?? "no acknowledgement"}` };
}

const methods: Readonly<Record<string, string>> = {
  "apps.connections.open": "asks for a connection",
  "auth.test": "shows its token",
  "chat.getPermalink": "asks for a message's address",
  "chat.postEphemeral": "answers, for one person alone",
  "chat.postMessage": "answers with a message",
  "chat.unfurl": "shows the room under the link",
  "chat.update": "brings its message up to date",
  "conversations.info": "asks whether the channel is shared",
  "conversations.replies": "reads the thread's first message",
  "functions.completeError": "ends the workflow's step as failed",
  "functions.completeSuccess": "ends the workflow's step",
  "usergroups.users.list": "asks who is in the user group",
  "users.info": "asks whether the person is a colleague",
  "views.open": "opens a window",
  "views.publish": "draws the Home tab",
  "views.update": "fills the window",
};

/** Whether a person sees something of a call: with the others the bot only asks Slack. */
export function isSeen({ kind, method }: Call): boolean {
  return kind === "response_url" || /^(chat\.(post|update|unfurl)|views|functions)/.test(method);
}

export function callLabel({ kind, method, args }: Call): string {
  if (kind === "web_api") return `${methods[method] ?? "calls"} (${method})`;
  const words = args["replace_original"] === true ? "brings the card up to date" : "answers";
  return `${words} (response_url)`;
}

export function callEnding({ status, outcome, retryAfter, method, args }: Call): Ending {
  if (outcome === "fault: reset") return { outcome: "failed", note: "connection reset" };
  if (status === undefined) return { outcome: "failed", note: "no answer" };
  if (status === 429) return { outcome: "failed", note: `429, again in ${retryAfter ?? 0} s` };
  if (status >= 400) return { outcome: "failed", note: `HTTP ${status}, ${outcome}` };
  if (outcome === "ok") return { outcome: "ok", note: outputsIn(method, args) ?? "done" };
  return { outcome: "failed", note: `refused: ${outcome}` };
}

/** What a workflow's step gives to the workflow, which shows it nowhere else. */
function outputsIn(method: string, { outputs }: Call["args"]): string | undefined {
  const given = typeof outputs === "string" ? parseJson(outputs) : outputs;
  if (method !== "functions.completeSuccess" || !isObject(given)) return undefined;
  return Object.entries(given)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join("; ");
}

export function queryLabel(command: string, roomId: string | undefined): string {
  return `${roomId === undefined ? "asks" : `asks about ${roomId}`} (${command})`;
}

type Ended = Extract<TencentActivity, { kind: "ended" }>;

const unreadable: ReadonlySet<Ended["fault"]> = new Set(["not-json", "wrong-json", "cut", "huge"]);

export function queryEnding({ code, fault }: Pick<Ended, "code" | "fault">): Ending {
  if (fault === "http") return { outcome: "failed", note: "an error page in place of an answer" };
  if (fault === "reset") return { outcome: "failed", note: "connection reset" };
  if (code === undefined) return { outcome: "failed", note: "given up without an answer" };
  if (unreadable.has(fault)) return { outcome: "failed", note: "an unreadable answer" };
  if (fault === "no-room-info") return { outcome: "ok", note: "answered, with no room" };
  if (code === 0) return { outcome: "ok", note: "answered" };
  if (code === 100004) return { outcome: "ok", note: "no such room (code 100004)" };
  return { outcome: "failed", note: `refused (code ${code})` };
}
