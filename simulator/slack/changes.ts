import type { JsonObject } from "./json.ts";
import { messageObject } from "./message-object.ts";
import type { HeldMessage, MessageContent } from "./messages.ts";
import { revise } from "./messages.ts";
import type { Workspace } from "./workspace.ts";

/** Something that happened to a message, for the events that tell of it. */
export type Change =
  | { readonly kind: "posted"; readonly message: HeldMessage }
  | {
      readonly kind: "edited" | "deleted";
      readonly message: HeldMessage;
      /** As Slack wrote the message before. */
      readonly before: JsonObject;
    };

/** Changes what a message says; without an editor it is Slack's own doing, such as an unfurl. */
export function editMessage(
  workspace: Workspace,
  message: HeldMessage,
  content: MessageContent,
  editor?: string,
): Change {
  const before = messageObject(message, workspace);
  revise(message, content);
  if (editor !== undefined) message.edited = { user: editor, ts: workspace.stamp() };
  workspace.changed();
  return { kind: "edited", message, before };
}

export function deleteMessage(workspace: Workspace, message: HeldMessage): Change {
  const before = messageObject(message, workspace);
  message.deleted = true;
  workspace.changed();
  return { kind: "deleted", message, before };
}
