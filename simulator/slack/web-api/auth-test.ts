import type { Method } from "./method.ts";
import { succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/auth.test
export const authTest: Method = {
  token: "bot",
  run(_args, { workspace, url }) {
    return succeed({
      url: `${url}/`,
      team: workspace.team.name,
      user: workspace.users.get(workspace.botUser)?.name,
      team_id: workspace.team.id,
      user_id: workspace.botUser,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    });
  },
};
