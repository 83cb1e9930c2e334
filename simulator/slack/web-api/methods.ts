import { appsConnectionsOpen } from "./apps-connections-open.ts";
import { authTest } from "./auth-test.ts";
import { chatDelete } from "./chat-delete.ts";
import { chatGetPermalink } from "./chat-get-permalink.ts";
import { chatPostEphemeral } from "./chat-post-ephemeral.ts";
import { chatPostMessage } from "./chat-post-message.ts";
import { chatUnfurl } from "./chat-unfurl.ts";
import { chatUpdate } from "./chat-update.ts";
import { conversationsHistory } from "./conversations-history.ts";
import { conversationsInfo } from "./conversations-info.ts";
import { conversationsReplies } from "./conversations-replies.ts";
import { functionsCompleteError, functionsCompleteSuccess } from "./functions-complete.ts";
import type { Method } from "./method.ts";
import { usergroupsUsersList } from "./usergroups-users-list.ts";
import { usersInfo } from "./users-info.ts";
import { viewsOpen } from "./views-open.ts";
import { viewsPublish } from "./views-publish.ts";
import { viewsUpdate } from "./views-update.ts";

/** Every method that this Slack knows: a new one is a file and a line here. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ["apps.connections.open", appsConnectionsOpen],
  ["auth.test", authTest],
  ["chat.delete", chatDelete],
  ["chat.getPermalink", chatGetPermalink],
  ["chat.postEphemeral", chatPostEphemeral],
  ["chat.postMessage", chatPostMessage],
  ["chat.unfurl", chatUnfurl],
  ["chat.update", chatUpdate],
  ["conversations.history", conversationsHistory],
  ["conversations.info", conversationsInfo],
  ["conversations.replies", conversationsReplies],
  ["functions.completeError", functionsCompleteError],
  ["functions.completeSuccess", functionsCompleteSuccess],
  ["usergroups.users.list", usergroupsUsersList],
  ["users.info", usersInfo],
  ["views.open", viewsOpen],
  ["views.publish", viewsPublish],
  ["views.update", viewsUpdate],
]);
