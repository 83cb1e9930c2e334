import { editMessage } from "../changes.ts";
import { readContent } from "../content.ts";
import { stringOf } from "../json.ts";
import { messageObject } from "../message-object.ts";
import { toMessageContent } from "../posting.ts";
import { findWritable } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/chat.update
export const chatUpdate: Method = {
  token: "bot",
  scope: () => "chat:write",
  run(args, { workspace, reachable }) {
    const found = findWritable(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const message = workspace.find(found.channel.id, stringOf(args["ts"]) ?? "");
    if (message === undefined || message.ephemeralTo !== undefined)
      return fail("message_not_found");
    if (message.user !== workspace.botUser) return fail("cant_update_message");
    const read = readContent(args, reachable);
    if (!read.ok) return fail(read.error, read.messages);
    const { content } = read;
    const fresh = toMessageContent(content);
    // Blocks and attachments that are left out stay as they are; an empty list takes them away.
    const kept = {
      ...fresh,
      blocks: content.blocks === undefined ? message.blocks : fresh.blocks,
      attachments: content.attachments === undefined ? message.attachments : fresh.attachments,
    };
    workspace.announce(editMessage(workspace, message, kept, workspace.botUser));
    return succeed({
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: messageObject(message, workspace),
    });
  },
};
