import { readContent } from "../content.ts";
import { messageObject } from "../payloads.ts";
import { stringOf } from "../json.ts";
import { toMessageContent } from "../posting.ts";
import { findWritable } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, rateLimited, succeed } from "./method.ts";

const TS = /^\d+\.\d{6}$/u;

// https://docs.slack.dev/reference/methods/chat.postMessage
export const chatPostMessage: Method = {
  token: "bot",
  run(args, { workspace, rate, reachable }) {
    const found = findWritable(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const threadTs = stringOf(args["thread_ts"]);
    if (threadTs !== undefined && !TS.test(threadTs)) return fail("invalid_thread_ts");
    const read = readContent(args, reachable);
    if (!read.ok) return fail(read.error, read.messages);
    const wait = rate.take(found.channel.id);
    if (wait !== undefined) return rateLimited(wait);
    const message = workspace.post({
      ...toMessageContent(read.content),
      channel: found.channel.id,
      user: workspace.botUser,
      botId: workspace.botId,
      via: "chat.postMessage",
      threadTs,
    });
    return succeed({
      channel: message.channel,
      ts: message.ts,
      message: messageObject(message, workspace),
    });
  },
};
