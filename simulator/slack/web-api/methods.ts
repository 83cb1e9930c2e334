import { appsConnectionsOpen } from "./apps-connections-open.ts";
import { authTest } from "./auth-test.ts";
import { chatDelete } from "./chat-delete.ts";
import { chatPostEphemeral } from "./chat-post-ephemeral.ts";
import { chatPostMessage } from "./chat-post-message.ts";
import { chatUpdate } from "./chat-update.ts";
import { conversationsInfo } from "./conversations-info.ts";
import type { Method } from "./method.ts";
import { usersInfo } from "./users-info.ts";
import { viewsOpen } from "./views-open.ts";

/** Every method that this Slack knows: a new one is a file and a line here. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ["apps.connections.open", appsConnectionsOpen],
  ["auth.test", authTest],
  ["chat.delete", chatDelete],
  ["chat.postEphemeral", chatPostEphemeral],
  ["chat.postMessage", chatPostMessage],
  ["chat.update", chatUpdate],
  ["conversations.info", conversationsInfo],
  ["users.info", usersInfo],
  ["views.open", viewsOpen],
]);
