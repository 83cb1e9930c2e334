import { stringOf } from "../json.ts";
import { readView } from "../views/view-checks.ts";
import { createView, isTaken, viewObject } from "../views/view.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/views.open
export const viewsOpen: Method = {
  token: "bot",
  run(args, { workspace, triggers }) {
    const read = readView(args["view"], "modal");
    if (!read.ok) return fail(read.error, read.messages);
    if (isTaken(workspace, read.content)) return fail("duplicate_external_id");
    const pulled = triggers.redeem(stringOf(args["trigger_id"]) ?? "");
    if ("error" in pulled) return fail(pulled.error);
    const opened = createView("modal", pulled.user, read.content);
    workspace.views.push(opened);
    workspace.changed();
    return succeed({ view: viewObject(opened, workspace) });
  },
};
