import { deleteMessage } from "../changes.ts";
import { stringOf } from "../json.ts";
import { findWritable } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/chat.delete
export const chatDelete: Method = {
  token: "bot",
  scope: () => "chat:write",
  run(args, { workspace }) {
    const found = findWritable(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const message = workspace.find(found.channel.id, stringOf(args["ts"]) ?? "");
    if (message === undefined || message.ephemeralTo !== undefined)
      return fail("message_not_found");
    if (message.user !== workspace.botUser) return fail("cant_delete_message");
    workspace.announce(deleteMessage(workspace, message));
    return succeed({ channel: message.channel, ts: message.ts });
  },
};
