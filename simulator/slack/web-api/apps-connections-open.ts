import type { Method } from "./method.ts";
import { succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/apps.connections.open
export const appsConnectionsOpen: Method = {
  token: "app",
  scope: () => "connections:write",
  run: (_args, context) => succeed({ url: context.openSocketUrl() }),
};
