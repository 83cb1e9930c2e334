import type { Ack } from "../delivery.ts";
import type { JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import type { Workspace } from "../workspace.ts";
import { isTaken, createView, updateView } from "./view.ts";
import type { View } from "./view.ts";
import { readView } from "./view-checks.ts";
import { inputBlockIds } from "./view-state.ts";

/** What a person sees after submitting. */
export interface Outcome {
  /** Under the inputs, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Slack's own line when the bot was late, absent, or answered what Slack can't show. */
  readonly notice: string | undefined;
}

const TROUBLE = "We had some trouble connecting. Try again?";
const MOST_VIEWS = 3;

const nothing: Outcome = { errors: {}, notice: undefined };
const trouble: Outcome = { errors: {}, notice: TROUBLE };

/**
 * What the ack of a submission does to the modal.
 * https://docs.slack.dev/surfaces/modals#response_actions
 */
export function applyAnswer(workspace: Workspace, view: View, ack: Ack): Outcome {
  if (!ack.ok) return trouble;
  const { body } = ack;
  if (body === undefined || (isObject(body) && Object.keys(body).length === 0)) {
    view.isOpen = false;
    workspace.changed();
    return nothing;
  }
  const outcome = isObject(body) ? act(workspace, view, body) : trouble;
  workspace.changed();
  return outcome;
}

function act(workspace: Workspace, view: View, body: JsonObject): Outcome {
  switch (body["response_action"]) {
    case "clear":
      for (const other of workspace.views) {
        if (other.rootId === view.rootId) other.isOpen = false;
      }
      return nothing;
    case "errors":
      return showErrors(view, body["errors"]);
    case "update":
      return change(workspace, view, body, false);
    case "push":
      return change(workspace, view, body, true);
    default:
      return trouble;
  }
}

/** Errors stand under inputs: for any other block Slack shows none of them. */
function showErrors(view: View, errors: unknown): Outcome {
  if (!isObject(errors) || Object.keys(errors).length === 0) return trouble;
  const inputs = inputBlockIds(view);
  const shown: Record<string, string> = {};
  for (const [blockId, error] of Object.entries(errors)) {
    if (!inputs.has(blockId) || typeof error !== "string") return trouble;
    shown[blockId] = error;
  }
  return { errors: shown, notice: undefined };
}

function change(workspace: Workspace, view: View, body: JsonObject, isPush: boolean): Outcome {
  const read = readView(body["view"], "modal");
  if (!read.ok || isTaken(workspace, read.content, isPush ? undefined : view)) return trouble;
  if (!isPush) {
    updateView(view, read.content);
    return nothing;
  }
  const stack = workspace.views.filter((other) => other.isOpen && other.rootId === view.rootId);
  if (stack.length >= MOST_VIEWS) return trouble;
  workspace.views.push(createView("modal", view.user, read.content, view));
  return nothing;
}
