import { flagOf, stringOf } from "../json.ts";
import { messageObject, tombstone } from "../message-object.ts";
import { findJoined, historyScope } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";
import { pageOf, timeRange } from "./pages.ts";

/** A thread from its first message on. https://docs.slack.dev/reference/methods/conversations.replies */
export const conversationsReplies: Method = {
  token: "bot",
  scope: historyScope,
  run(args, { workspace }) {
    const found = findJoined(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const { id } = found.channel;
    const ts = stringOf(args["ts"]) ?? "";
    const root = workspace.root(id, ts);
    // The ts of a reply gives that reply alone.
    const first = root ?? workspace.find(id, ts);
    if (first === undefined || first.ephemeralTo !== undefined) return fail("thread_not_found");
    const fits = timeRange(args);
    if (typeof fits === "string") return fail(fits);
    const thread = root === undefined ? [] : workspace.replies(id, ts).filter(fits);
    const page = pageOf([first, ...thread], args, { normal: 1000, most: 1000 });
    if ("error" in page) return fail(page.error);
    const withMetadata = flagOf(args["include_all_metadata"]);
    const messages = page.items.map((message) =>
      message.deleted
        ? tombstone(message, workspace)
        : messageObject(message, workspace, withMetadata),
    );
    return succeed({ messages, ...page.fields });
  },
};
