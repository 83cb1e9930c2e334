import { AsyncLocalStorage } from "node:async_hooks";
import type { Observer, SlackActivity } from "../../../simulator/slack/activity.ts";
import type { Delivery } from "../../../simulator/slack/delivery.ts";
import { isObject } from "../../../simulator/slack/json.ts";
import { BOT_ID } from "../../../simulator/slack/seed.ts";
import type { TencentActivity } from "../../../simulator/tencent/activity.ts";
import type { InteractionRow } from "../../protocol/rows.ts";
import { addStep, endStep, rowOf, type Entry, type Step } from "./entries.ts";
import { namesIn } from "./names.ts";
import { createOwners, speaksOf } from "./owners.ts";
import {
  ackEnding,
  callEnding,
  callLabel,
  deliveryLabel,
  isSeen,
  queryEnding,
  queryLabel,
} from "./words.ts";

/** Who said what to whom and when, sorted by what people did. */
export interface Timeline {
  /** What Slack sends to the bot meanwhile, and later because of it, belongs to this interaction. */
  act<T>(title: string, work: () => Promise<T>): Promise<T>;
  readonly slack: Observer<SlackActivity>;
  readonly tencent: Observer<TencentActivity>;
  /** The newest interactions, oldest first. */
  rows(): InteractionRow[];
}

export interface TimelineOptions {
  readonly onChange: () => void;
  readonly now?: () => number;
  readonly wallClock?: () => number;
}

const MOST_SHOWN = 60;

/** One for all: each that there is makes every promise of this process dearer. */
const acting = new AsyncLocalStorage<Entry>();

export function createTimeline(options: TimelineOptions): Timeline {
  const { onChange, now = () => performance.now(), wallClock = Date.now } = options;
  const owners = createOwners({ now, wallClock });
  const deliveries = new Map<number, Step>();
  const queries = new Map<number, { readonly room: string | undefined; readonly step: Step }>();

  function delivered({ id, delivery, at }: Extract<SlackActivity, { kind: "delivered" }>): void {
    if (isEcho(delivery)) return;
    const names = namesIn(delivery.payload);
    const entry = acting.getStore() ?? owners.ofDelivery(names);
    // What is asked anew is answered anew.
    if (delivery.retry === undefined) entry.isAnswered = false;
    entry.isHeard = true;
    entry.heardAt = at;
    entry.isAlert ||= isAlert(delivery);
    for (const name of names) entry.names.add(name);
    deliveries.set(id, addStep([entry], "slack", "bot", deliveryLabel(delivery), at));
    // A query that is under way answers this question too. An alert may be no question: see owners.
    for (const { room, step } of entry.isAlert ? [] : queries.values()) {
      if (room !== undefined && !step.entries.includes(entry) && speaksOf(entry, room)) {
        step.entries.push(entry);
        entry.steps.push(step);
      }
    }
  }

  function slack(activity: SlackActivity): void {
    switch (activity.kind) {
      case "delivered":
        delivered(activity);
        break;
      case "acknowledged": {
        const step = deliveries.get(activity.id);
        deliveries.delete(activity.id);
        if (step !== undefined) endStep(step, ackEnding(activity.ack), activity.at);
        break;
      }
      case "called": {
        const { call, startedAt, at } = activity;
        const owner = owners.ofCall(call);
        const step = addStep([owner], "bot", "slack", callLabel(call), startedAt);
        endStep(step, callEnding(call), at);
        step.isAnswer = isSeen(call);
        if (step.isAnswer && call.outcome === "ok") owner.isAnswered = true;
      }
    }
    onChange();
  }

  function tencent(activity: TencentActivity): void {
    if (activity.kind === "asked") {
      const { id, command, roomId: room, at } = activity;
      const step = addStep(owners.ofQuery(room), "bot", "tencent", queryLabel(command, room), at);
      queries.set(id, { room, step });
    } else {
      const query = queries.get(activity.id);
      queries.delete(activity.id);
      if (query !== undefined) endStep(query.step, queryEnding(activity), activity.at);
    }
    onChange();
  }

  return {
    async act(title, work) {
      const entry = owners.open(title);
      entry.isActing = true;
      onChange();
      try {
        return await acting.run(entry, work);
      } catch (error) {
        // Slack did not let them: it has not happened.
        if (entry.steps.length === 0) owners.remove(entry);
        throw error;
      } finally {
        entry.isActing = false;
        onChange();
      }
    },
    slack,
    tencent,
    rows: () => owners.entries.slice(-MOST_SHOWN).map(rowOf),
  };
}

function isAlert({ payload }: Delivery): boolean {
  const event = payload["event"];
  return isObject(event) && event["type"] === "message" && event["bot_id"] !== undefined;
}

/** Slack tells an app of its own messages too. That is no part of what anybody asked. */
function isEcho({ payload }: Delivery): boolean {
  const event = payload["event"];
  if (!isObject(event)) return false;
  const message = isObject(event["message"]) ? event["message"] : event;
  return message["bot_id"] === BOT_ID;
}
