import { readContent } from "../content.ts";
import { stringOf } from "../json.ts";
import { toMessageContent } from "../posting.ts";
import { findWritable } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/chat.postEphemeral
export const chatPostEphemeral: Method = {
  token: "bot",
  scope: () => "chat:write",
  run(args, { workspace, reachable }) {
    const found = findWritable(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const user = stringOf(args["user"]);
    if (user === undefined || !found.channel.members.has(user)) return fail("user_not_in_channel");
    const read = readContent(args, reachable);
    if (!read.ok) return fail(read.error, read.messages);
    const message = workspace.post({
      ...toMessageContent(read.content),
      channel: found.channel.id,
      user: workspace.botUser,
      botId: workspace.botId,
      via: "chat.postEphemeral",
      threadTs: stringOf(args["thread_ts"]),
      ephemeralTo: user,
    });
    return succeed({ message_ts: message.ts });
  },
};
