import { readContent } from "../content.ts";
import { messageObject } from "../message-object.ts";
import { flagOf, stringOf } from "../json.ts";
import { readMetadata } from "../metadata.ts";
import { toMessageContent } from "../posting.ts";
import { findWritable } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, rateLimited, succeed } from "./method.ts";
import { TS } from "./pages.ts";

// https://docs.slack.dev/reference/methods/chat.postMessage
export const chatPostMessage: Method = {
  token: "bot",
  scope: () => "chat:write",
  run(args, { workspace, rate, reachable }) {
    const found = findWritable(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const threadTs = stringOf(args["thread_ts"]);
    if (threadTs !== undefined && !TS.test(threadTs)) return fail("invalid_thread_ts");
    // Slack documents no answer to a thread that isn't there, and reports tell of posts that went
    // astray. Here it is refused, and so is the ts of a reply, which Slack asks apps not to send.
    if (threadTs !== undefined && workspace.root(found.channel.id, threadTs) === undefined) {
      return fail("thread_not_found");
    }
    const read = readContent(args, reachable);
    if (!read.ok) return fail(read.error, read.messages);
    const marked = readMetadata(args["metadata"]);
    if (!marked.ok) return fail(marked.error);
    const wait = rate.take(found.channel.id);
    if (wait !== undefined) return rateLimited(wait);
    const message = workspace.post({
      ...toMessageContent(read.content),
      channel: found.channel.id,
      user: workspace.botUser,
      botId: workspace.botId,
      via: "chat.postMessage",
      metadata: marked.metadata,
      threadTs,
      subtype: threadTs && flagOf(args["reply_broadcast"]) ? "thread_broadcast" : undefined,
    });
    workspace.announce({ kind: "posted", message });
    return succeed({
      channel: message.channel,
      ts: message.ts,
      message: messageObject(message, workspace),
    });
  },
};
