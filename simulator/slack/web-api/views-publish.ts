import { stringOf } from "../json.ts";
import { readView } from "../views/view-checks.ts";
import { createView, isTaken, updateView, viewObject } from "../views/view.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/views.publish
export const viewsPublish: Method = {
  token: "bot",
  run(args, { workspace }) {
    const read = readView(args["view"], "home");
    if (!read.ok) return fail(read.error, read.messages);
    const user = stringOf(args["user_id"]) ?? "";
    if (!workspace.users.has(user)) return fail("user_not_found");
    const there = workspace.homes.get(user);
    const hash = stringOf(args["hash"]);
    if (hash !== undefined && hash !== there?.hash) return fail("hash_conflict");
    if (isTaken(workspace, read.content, there)) return fail("duplicate_external_id");
    const view = there ?? createView("home", user, read.content);
    updateView(view, read.content);
    workspace.homes.set(user, view);
    workspace.changed();
    return succeed({ view: viewObject(view, workspace) });
  },
};
