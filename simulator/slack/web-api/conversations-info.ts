import { findVisible, readScope } from "./access.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/conversations.info
export const conversationsInfo: Method = {
  token: "bot",
  scope: readScope,
  run(args, { workspace }) {
    const found = findVisible(workspace, args["channel"]);
    if ("error" in found) return fail(found.error);
    const { id, name, kind, members, isExtShared } = found.channel;
    const isMember = members.has(workspace.botUser);
    const isDm = kind === "dm";
    return succeed({
      channel: {
        id,
        ...(isDm
          ? { user: [...members].find((member) => member !== workspace.botUser) }
          : { name, name_normalized: name, is_member: isMember }),
        is_channel: kind === "public",
        is_group: kind === "private",
        is_im: isDm,
        is_mpim: kind === "group_dm",
        is_private: kind !== "public",
        is_archived: false,
        is_general: false,
        context_team_id: workspace.team.id,
        // Whether another company reads along is told to members only.
        ...(isMember && {
          is_shared: isExtShared,
          is_ext_shared: isExtShared,
          is_org_shared: false,
          is_pending_ext_shared: false,
        }),
      },
    });
  },
};
