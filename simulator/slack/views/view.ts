import { makeId, makeNumber } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { objectsOf, stringOf } from "../json.ts";
import { withIds } from "../messages.ts";
import type { Workspace } from "../workspace.ts";

/** A modal or a Home tab; it changes in place, so that a test that holds it sees updates. */
export interface View {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly user: string;
  /** The first of the modals that lie on one another. */
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** As the app sent it. */
  content: JsonObject;
  /** With the block and action IDs that Slack adds. */
  blocks: readonly JsonObject[];
  /** Another one after every update. */
  hash: string;
  isOpen: boolean;
}

export function createView(
  type: View["type"],
  user: string,
  content: JsonObject,
  below?: View,
): View {
  const id = makeId("V");
  return {
    id,
    type,
    user,
    rootId: below?.rootId ?? id,
    previousId: below?.id,
    ...partsOf(content),
    isOpen: true,
  };
}

export function updateView(view: View, content: JsonObject): void {
  Object.assign(view, partsOf(content));
}

function partsOf(content: JsonObject): Pick<View, "content" | "blocks" | "hash"> {
  const hash = `${Math.floor(Date.now() / 1000)}.${makeNumber()}`;
  return { content, blocks: withIds(objectsOf(content["blocks"])), hash };
}

/** A view as Slack's API, payloads and events write it. */
export function viewObject(view: View, workspace: Workspace, values: JsonObject = {}): JsonObject {
  const { content } = view;
  const isModal = view.type === "modal";
  return {
    id: view.id,
    team_id: workspace.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: content["private_metadata"] ?? "",
    callback_id: content["callback_id"] ?? "",
    external_id: content["external_id"] ?? "",
    state: { values },
    hash: view.hash,
    title: content["title"] ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: content["clear_on_close"] ?? false,
    notify_on_close: content["notify_on_close"] ?? false,
    close: content["close"] ?? null,
    submit: content["submit"] ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: workspace.appId,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.botId,
    ...(isModal && { submit_disabled: content["submit_disabled"] ?? false }),
  };
}

/** The open view of an ID, modal or Home tab. */
export function findView(workspace: Workspace, id: string): View | undefined {
  const views = [...workspace.views, ...workspace.homes.values()];
  return views.find((view) => view.id === id && view.isOpen);
}

/** No two open views of an app have the same external ID. */
export function isTaken(workspace: Workspace, content: JsonObject, by?: View): boolean {
  const id = stringOf(content["external_id"]) ?? "";
  return id !== "" && withExternalId(workspace, id, by) !== undefined;
}

export function withExternalId(workspace: Workspace, id: string, but?: View): View | undefined {
  const views = [...workspace.views, ...workspace.homes.values()];
  return views.find((view) => view !== but && view.isOpen && view.content["external_id"] === id);
}
