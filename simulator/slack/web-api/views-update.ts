import type { JsonObject } from "../json.ts";
import { stringOf } from "../json.ts";
import { readView } from "../views/view-checks.ts";
import type { View } from "../views/view.ts";
import { findView, isTaken, updateView, viewObject, withExternalId } from "../views/view.ts";
import type { Workspace } from "../workspace.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/views.update
export const viewsUpdate: Method = {
  token: "bot",
  run(args, { workspace }) {
    const read = readView(args["view"], "modal");
    if (!read.ok) return fail(read.error, read.messages);
    const view = named(args, workspace);
    if (view === undefined) return fail("not_found");
    const hash = stringOf(args["hash"]);
    if (hash !== undefined && hash !== view.hash) return fail("hash_conflict");
    if (isTaken(workspace, read.content, view)) return fail("duplicate_external_id");
    updateView(view, read.content);
    workspace.changed();
    return succeed({ view: viewObject(view, workspace) });
  },
};

function named(args: JsonObject, workspace: Workspace): View | undefined {
  const id = stringOf(args["view_id"]);
  const externalId = stringOf(args["external_id"]);
  const view =
    id === undefined
      ? externalId && withExternalId(workspace, externalId)
      : findView(workspace, id);
  return view && view.type === "modal" ? view : undefined;
}
