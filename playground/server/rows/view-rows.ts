import { isObject, stringOf } from "../../../simulator/slack/json.ts";
import type { View } from "../../../simulator/slack/views/view.ts";
import type { Workspace } from "../../../simulator/slack/workspace.ts";
import type { SetRow } from "../../protocol/rows.ts";

/** The modals that lie open before the viewer, the lowest first. */
export function viewRows(workspace: Workspace, viewer: string): SetRow[] {
  return workspace.views
    .filter(({ user, isOpen }) => user === viewer && isOpen)
    .map((view, depth) => {
      const submit = wordsOf(view, "submit");
      return {
        table: "view",
        id: view.id,
        row: {
          id: view.id,
          title: wordsOf(view, "title") ?? "",
          ...(submit !== undefined && { submit }),
          close: wordsOf(view, "close") ?? "Close",
          blocks: view.blocks,
          depth,
        },
      };
    });
}

export function homeRows({ homes }: Workspace, viewer: string): SetRow[] {
  const home = homes.get(viewer);
  return home === undefined
    ? []
    : [{ table: "home", id: "home", row: { id: home.id, blocks: home.blocks } }];
}

function wordsOf({ content }: View, name: string): string | undefined {
  const text = content[name];
  return isObject(text) ? stringOf(text["text"]) : undefined;
}
