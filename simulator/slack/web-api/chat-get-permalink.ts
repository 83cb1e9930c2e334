import { stringOf } from "../json.ts";
import { findVisible } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/chat.getPermalink
export const chatGetPermalink: Method = {
  token: "bot",
  run(args, { workspace }) {
    const found = findVisible(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const { id } = found.channel;
    const message = workspace.find(id, stringOf(args["message_ts"]) ?? "");
    if (message === undefined || message.ephemeralTo !== undefined) {
      return fail("message_not_found");
    }
    const { ts, threadTs } = message;
    const place = `https://${workspace.team.domain}.slack.com/archives/${id}`;
    const thread = threadTs === undefined ? "" : `?thread_ts=${threadTs}&cid=${id}`;
    return succeed({ channel: id, permalink: `${place}/p${ts.replace(".", "")}${thread}` });
  },
};
