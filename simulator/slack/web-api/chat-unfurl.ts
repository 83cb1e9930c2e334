import { describeProblem, validateBlocks } from "../blocks/validate.ts";
import type { Reachable } from "../blocks/images.ts";
import { editMessage } from "../changes.ts";
import type { JsonObject } from "../json.ts";
import { isObject, parseJson, stringOf } from "../json.ts";
import type { HeldMessage } from "../messages.ts";
import type { Workspace } from "../workspace.ts";
import { findVisible } from "./access.ts";
import type { Method, MethodResult } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/chat.unfurl
export const chatUnfurl: Method = {
  token: "bot",
  scope: () => "links:write",
  run(args, { workspace, reachable }) {
    const given = args["unfurls"];
    const unfurls = typeof given === "string" ? parseJson(given) : given;
    if (unfurls === undefined) return fail(given ? "invalid_unfurls_format" : "missing_unfurls");
    if (!isObject(unfurls) || !Object.values(unfurls).every(isObject)) {
      return fail("invalid_unfurls_format");
    }
    const message = targetOf(args, workspace);
    if (typeof message === "string") return fail(message);
    const attachments: JsonObject[] = [];
    for (const [url, unfurl] of Object.entries(unfurls)) {
      const refused =
        refuseUrl(url, message, workspace) ?? refuseUnfurl(unfurl as JsonObject, reachable);
      if (refused !== undefined) return refused;
      attachments.push(attachmentOf(url, unfurl as JsonObject, workspace));
    }
    attach(message, attachments, workspace);
    return succeed();
  },
};

/** The message, or why it can't be told. */
function targetOf(args: JsonObject, workspace: Workspace): HeldMessage | string {
  const { channel, ts, unfurl_id: unfurlId, source } = args;
  if (unfurlId === undefined && source === undefined) {
    if (channel === undefined) return "missing_channel";
    if (ts === undefined) return "missing_ts";
    const found = findVisible(workspace, channel);
    if ("error" in found) return "cannot_find_channel";
    const message = workspace.find(found.channel.id, stringOf(ts) ?? "");
    return message === undefined || message.ephemeralTo ? "cannot_find_message" : message;
  }
  if (unfurlId === undefined) return "missing_unfurl_id";
  if (source === undefined) return "missing_source";
  if (source !== "conversations_history" && source !== "composer") return "invalid_source";
  const share = workspace.shares.find((known) => known.unfurlId === unfurlId);
  if (share === undefined) return "invalid_unfurl_id";
  return workspace.find(share.channel, share.ts) ?? "cannot_find_message";
}

/** Only the addresses of a link_shared event, letter by letter, and only while they are in the message. */
function refuseUrl(
  url: string,
  { text, channel, ts }: HeldMessage,
  workspace: Workspace,
): MethodResult | undefined {
  if (!text.includes(`<${url}>`) && !text.includes(`<${url}|`)) {
    return fail("cannot_unfurl_message");
  }
  const wasShared = workspace.shares.some(
    (share) =>
      share.channel === channel && share.ts === ts && share.links.some((link) => link.url === url),
  );
  return wasShared ? undefined : fail("cannot_unfurl_url");
}

function refuseUnfurl(
  unfurl: JsonObject,
  reachable: Reachable | undefined,
): MethodResult | undefined {
  if (unfurl["blocks"] !== undefined) {
    const problems = validateBlocks(unfurl["blocks"], "unfurl", reachable);
    return problems.length > 0 ? fail("invalid_blocks", problems.map(describeProblem)) : undefined;
  }
  const { actions, callback_id: callbackId } = unfurl;
  const isEmpty = Object.keys(unfurl).length === 0;
  if (isEmpty || actions !== undefined || callbackId !== undefined) {
    return fail("cannot_parse_attachment");
  }
  return undefined;
}

function attachmentOf(url: string, unfurl: JsonObject, workspace: Workspace): JsonObject {
  const { appId, botId } = workspace;
  return {
    ...unfurl,
    from_url: url,
    app_unfurl_url: url,
    is_app_unfurl: true,
    app_id: appId,
    bot_id: botId,
  };
}

/** A second unfurl of an address takes the place of the first. */
function attach(message: HeldMessage, fresh: JsonObject[], workspace: Workspace): void {
  const urls = new Set(fresh.map((attachment) => attachment["from_url"]));
  const kept = message.attachments.filter((attachment) => !urls.has(attachment["from_url"]));
  const { text, blocks, raw } = message;
  const attachments = [...kept, ...fresh].map((attachment, index) => ({
    ...attachment,
    id: index + 1,
  }));
  workspace.announce(editMessage(workspace, message, { text, blocks, raw, attachments }));
}
