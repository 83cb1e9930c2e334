import { stringOf } from "../json.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/usergroups.users.list
export const usergroupsUsersList: Method = {
  token: "bot",
  scope: () => "usergroups:read",
  run(args, { workspace }) {
    const group = workspace.userGroups.get(stringOf(args["usergroup"]) ?? "");
    return group === undefined ? fail("no_such_subteam") : succeed({ users: group.users });
  },
};
