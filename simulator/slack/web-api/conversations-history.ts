import { flagOf } from "../json.ts";
import { messageObject } from "../message-object.ts";
import { findJoined, historyScope } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";
import { pageOf, timeRange } from "./pages.ts";

/** The newest first, without the threads. https://docs.slack.dev/reference/methods/conversations.history */
export const conversationsHistory: Method = {
  token: "bot",
  scope: historyScope,
  run(args, { workspace }) {
    const found = findJoined(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const fits = timeRange(args);
    if (typeof fits === "string") return fail(fits);
    const shown = workspace.messages
      .flatMap(({ channel, ts }) => workspace.find(channel, ts) ?? [])
      .filter(({ channel, ephemeralTo }) => channel === found.channel.id && !ephemeralTo)
      .filter(({ threadTs, subtype }) => !threadTs || subtype === "thread_broadcast")
      .filter(fits)
      .toReversed();
    const page = pageOf(shown, args, { normal: 100, most: 999 });
    if ("error" in page) return fail(page.error);
    const withMetadata = flagOf(args["include_all_metadata"]);
    const messages = page.items.map((message) => messageObject(message, workspace, withMetadata));
    return succeed({ messages, pin_count: 0, ...page.fields });
  },
};
