import { actionOf, findButton } from "./buttons.ts";
import type { Ack, Delivery } from "./delivery.ts";
import type { EventDelivery } from "./events.ts";
import type { JsonObject } from "./json.ts";
import type { NamedEvent } from "./message-events.ts";
import { viewInteraction } from "./payloads.ts";
import type { Triggers } from "./triggers.ts";
import { applyAnswer } from "./views/view-answers.ts";
import type { Outcome } from "./views/view-answers.ts";
import { demandComplete, stateOf } from "./views/view-state.ts";
import type { Values } from "./views/view-state.ts";
import type { View } from "./views/view.ts";
import { findView, viewObject } from "./views/view.ts";
import type { Workspace } from "./workspace.ts";

export interface ViewInteraction {
  readonly payload: JsonObject;
  readonly ack: Ack;
}

export interface Submission extends ViewInteraction, Outcome {
  readonly view: View;
}

/** What people do in modals and in the app's Home tab. */
export interface ViewActions {
  /** Fills in inputs, by action_id or block_id, and presses the submit button. */
  submitView(user: string, viewId: string, values?: Values): Promise<Submission>;
  /** The app hears of it where it asked to; with `clear`, every modal of the pile goes. */
  closeView(
    user: string,
    viewId: string,
    options?: { clear?: boolean },
  ): Promise<ViewInteraction | undefined>;
  pressInView(
    user: string,
    viewId: string,
    actionId: string | RegExp,
    options?: { blockId?: string },
  ): Promise<ViewInteraction>;
  openHome(user: string, tab?: "home" | "messages"): Promise<readonly EventDelivery[]>;
}

interface Parts {
  readonly workspace: Workspace;
  readonly now: () => number;
  readonly triggers: Triggers;
  readonly send: (delivery: Delivery) => Promise<Ack>;
  readonly emit: (events: readonly NamedEvent[]) => Promise<readonly EventDelivery[]>;
}

export function createViewActions(parts: Parts): ViewActions {
  const { workspace, triggers } = parts;

  /** People act on what lies open before them: a mistake here is one of the test. */
  function viewBefore(userId: string, viewId: string): View {
    const view = findView(workspace, viewId);
    if (view === undefined) throw new Error(`no view ${viewId} is open`);
    if (view.user !== userId) throw new Error(`${userId} cannot see the view ${viewId}`);
    return view;
  }

  async function interact(
    view: View,
    type: "block_actions" | "view_closed" | "view_submission",
    more: JsonObject,
    values: Values = {},
  ): Promise<ViewInteraction> {
    const user = workspace.users.get(view.user);
    if (user === undefined) throw new Error(`no user ${view.user} in this workspace`);
    const wire = viewObject(view, workspace, stateOf(view, values));
    const triggerId = type === "view_closed" ? undefined : triggers.issue(view.user);
    const payload = viewInteraction({ workspace, user, triggerId }, type, wire, more);
    const acceptsPayload = type === "view_submission";
    return { payload, ack: await parts.send({ type: "interactive", payload, acceptsPayload }) };
  }

  return {
    async submitView(user, viewId, values = {}) {
      const view = viewBefore(user, viewId);
      if (view.content["submit"] === undefined) throw new Error("this view has no submit button");
      demandComplete(view, values);
      const sent = await interact(view, "view_submission", { response_urls: [] }, values);
      return { ...sent, view, ...applyAnswer(workspace, view, sent.ack) };
    },
    async closeView(user, viewId, { clear = false } = {}) {
      const view = viewBefore(user, viewId);
      const gone = workspace.views.filter(
        (other) => other === view || (clear && other.rootId === view.rootId),
      );
      for (const other of gone) other.isOpen = false;
      workspace.changed();
      if (view.content["notify_on_close"] !== true) return undefined;
      return interact(view, "view_closed", { is_cleared: clear });
    },
    async pressInView(user, viewId, actionId, { blockId } = {}) {
      const view = viewBefore(user, viewId);
      const action = actionOf(findButton(view.blocks, actionId, blockId), parts.now());
      const container = { type: "view", view_id: view.id };
      return interact(view, "block_actions", { container, actions: [action] });
    },
    openHome(user, tab = "home") {
      const view = tab === "home" ? workspace.homes.get(user) : undefined;
      const body = {
        type: "app_home_opened",
        user,
        channel: workspace.dmWith(user).id,
        tab,
        ...(view !== undefined && { view: viewObject(view, workspace) }),
        event_ts: workspace.stamp(),
      };
      return parts.emit([{ name: "app_home_opened", body }]);
    },
  };
}
