import type { JsonObject } from "./json.ts";
import { messageObject } from "./message-object.ts";
import type { Message } from "./messages.ts";
import { makeId, makeSecret } from "./ids.ts";
import type { Channel, User, Workspace } from "./workspace.ts";

/** The old verification token: still in every payload, and nobody should trust it. */
const VERIFICATION_TOKEN = "simulatorVerification000";

/** What every payload of an interaction says. */
export interface Scene {
  readonly workspace: Workspace;
  readonly user: User;
  readonly channel: Channel;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** Views have neither a channel nor a response URL, and a closed one no trigger. */
type ViewScene = Pick<Scene, "workspace" | "user"> & { readonly triggerId: string | undefined };

// https://docs.slack.dev/interactivity/implementing-slash-commands
export function slashCommand(scene: Scene, command: string, text: string): JsonObject {
  const { workspace, user, channel } = scene;
  return {
    token: VERIFICATION_TOKEN,
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: channel.id,
    channel_name: shownName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: workspace.appId,
    is_enterprise_install: "false",
    response_url: scene.responseUrl,
    trigger_id: scene.triggerId,
  };
}

// https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
export function blockActions(scene: Scene, message: Message, action: JsonObject): JsonObject {
  const isEphemeral = message.ephemeralTo !== undefined;
  return {
    type: "block_actions",
    ...common(scene),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: { id: scene.channel.id, name: shownName(scene.channel) },
    // Slack keeps no ephemeral messages, so their payloads carry none.
    ...(!isEphemeral && { message: messageObject(message, scene.workspace) }),
    state: { values: {} },
    response_url: scene.responseUrl,
    actions: [action],
  };
}

// https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
export function messageShortcut(
  scene: Scene,
  callbackId: string,
  actionTs: string,
  message: Message,
): JsonObject {
  return {
    type: "message_action",
    ...common(scene),
    callback_id: callbackId,
    action_ts: actionTs,
    message_ts: message.ts,
    channel: { id: scene.channel.id, name: shownName(scene.channel) },
    message: messageObject(message, scene.workspace),
    response_url: scene.responseUrl,
  };
}

export function globalShortcut(scene: Scene, callbackId: string, actionTs: string): JsonObject {
  return { type: "shortcut", ...common(scene), callback_id: callbackId, action_ts: actionTs };
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewInteraction(
  scene: ViewScene,
  type: string,
  view: JsonObject,
  more: JsonObject,
): JsonObject {
  return { type, ...common(scene), view, ...more };
}

export function eventCallback(workspace: Workspace, event: JsonObject, nowMs: number): JsonObject {
  const channel = workspace.channels.get(String(event["channel"]));
  return {
    token: VERIFICATION_TOKEN,
    team_id: workspace.team.id,
    context_team_id: workspace.team.id,
    context_enterprise_id: null,
    api_app_id: workspace.appId,
    event,
    type: "event_callback",
    event_id: makeId("Ev"),
    event_context: `4-${makeSecret()}`,
    event_time: Math.floor(nowMs / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team.id,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.isExtShared ?? false,
  };
}

function common({ workspace, user, triggerId }: ViewScene): JsonObject {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: workspace.appId,
    token: VERIFICATION_TOKEN,
    ...(triggerId !== undefined && { trigger_id: triggerId }),
    team: { id: workspace.team.id, domain: workspace.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Payloads name a private channel and a conversation by its kind only. */
function shownName(channel: Channel): string {
  if (channel.kind === "private") return "privategroup";
  return channel.kind === "dm" ? "directmessage" : channel.name;
}
