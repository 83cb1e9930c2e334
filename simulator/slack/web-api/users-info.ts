import { stringOf } from "../json.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/users.info
export const usersInfo: Method = {
  token: "bot",
  scope: () => "users:read",
  run(args, { workspace }) {
    const user = workspace.users.get(stringOf(args["user"]) ?? "");
    if (user === undefined) return fail("user_not_found");
    return succeed({
      user: {
        id: user.id,
        team_id: user.teamId,
        name: user.name,
        real_name: user.realName,
        deleted: user.isDeleted ?? false,
        tz: "Etc/UTC",
        locale: "en-US",
        is_bot: user.isBot,
        is_restricted: user.isRestricted,
        is_ultra_restricted: user.isUltraRestricted,
        is_stranger: user.isStranger,
        profile: { real_name: user.realName, display_name: user.name, team: user.teamId },
      },
    });
  },
};
