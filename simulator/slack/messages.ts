import type { JsonObject } from "./json.ts";
import { isObject, objectsOf } from "./json.ts";
import { makeShortId } from "./ids.ts";

export type Visibility = "ephemeral" | "in_channel";

export type Via =
  | "chat.postMessage"
  | "chat.postEphemeral"
  | "response_url"
  | "ack"
  | "user"
  /** Another app's bot, and a classic incoming webhook. */
  | "app"
  | "webhook"
  | "slackbot";

export type Subtype = "bot_message" | "thread_broadcast" | "file_share";

/** Slack's mark of an edit by hand; unfurls leave none. */
export interface Edited {
  readonly user: string;
  readonly ts: string;
}

/** What a message says at one time. */
export interface MessageContent {
  readonly text: string;
  /** With the block and action IDs that Slack adds. */
  readonly blocks: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
  /** As it was sent, nothing added. */
  readonly raw: JsonObject;
}

export interface Message extends MessageContent {
  readonly ts: string;
  readonly channel: string;
  /** Empty for a classic webhook: it has no user. */
  readonly user: string;
  readonly botId: string | undefined;
  /** The app of a bot; undefined for people and webhooks. */
  readonly appId: string | undefined;
  /** The name that another app's bot or a webhook goes by. */
  readonly username: string | undefined;
  readonly subtype: Subtype | undefined;
  readonly files: readonly JsonObject[];
  readonly threadTs: string | undefined;
  readonly visibility: Visibility;
  /** The one user who sees an ephemeral message. */
  readonly ephemeralTo: string | undefined;
  /** False for an ephemeral message in a thread without replies: Slack accepts it and shows it to nobody. */
  readonly seen: boolean;
  readonly via: Via;
  /** What the app says of the message to apps alone. */
  readonly metadata: JsonObject | undefined;
  /** Earlier versions, oldest first. */
  readonly edits: readonly MessageContent[];
  readonly edited: Edited | undefined;
  readonly deleted: boolean;
}

/** The same message to those who keep it: it changes in place, so that a test that holds it sees edits. */
export interface HeldMessage extends Message {
  text: string;
  blocks: readonly JsonObject[];
  attachments: readonly JsonObject[];
  raw: JsonObject;
  edits: MessageContent[];
  edited: Edited | undefined;
  deleted: boolean;
}

export function revise(message: HeldMessage, content: MessageContent): void {
  const { text, blocks, attachments, raw } = message;
  message.edits.push({ text, blocks, attachments, raw });
  message.text = content.text;
  message.blocks = content.blocks;
  message.attachments = content.attachments;
  message.raw = content.raw;
}

/** Slack fills in the IDs that an app left out: interactive payloads always carry both. */
export function withIds(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.map((block) => {
    const copy: JsonObject = { ...block, block_id: block["block_id"] ?? makeShortId() };
    if (block["type"] === "actions") {
      copy["elements"] = objectsOf(block["elements"]).map(withActionId);
    }
    if (block["type"] === "input" && isObject(block["element"])) {
      copy["element"] = withActionId(block["element"]);
    }
    if (isObject(block["accessory"]) && block["accessory"]["type"] !== "image") {
      copy["accessory"] = withActionId(block["accessory"]);
    }
    return copy;
  });
}

function withActionId(element: JsonObject): JsonObject {
  return { ...element, action_id: element["action_id"] ?? makeShortId() };
}
