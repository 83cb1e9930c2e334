import { AsyncLocalStorage } from "node:async_hooks";
import type { Observer, SlackActivity } from "../../../simulator/slack/activity.ts";
import type { Call } from "../../../simulator/slack/calls.ts";
import type { Delivery } from "../../../simulator/slack/delivery.ts";
import { isObject } from "../../../simulator/slack/json.ts";
import { BOT_ID } from "../../../simulator/slack/seed.ts";
import { escapeText } from "../../../simulator/slack/typed-text.ts";
import type { TencentActivity } from "../../../simulator/tencent/activity.ts";
import type { InteractionRow } from "../../protocol/rows.ts";
import { addStep, begin, endStep, rowOf, type Entry, type Step } from "./entries.ts";
import { namesIn, namesOf } from "./names.ts";
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

const MOST = 60;
/** The bot gives up a look-up after 12 s; what comes later belongs to nobody's question. */
const RECENT_MS = 15_000;

export function createTimeline(options: TimelineOptions): Timeline {
  const { onChange, now = () => performance.now(), wallClock = Date.now } = options;
  const acting = new AsyncLocalStorage<Entry>();
  const entries: Entry[] = [];
  const deliveries = new Map<number, Step>();
  const queries = new Map<number, { readonly room: string | undefined; readonly step: Step }>();

  function open(title: string): Entry {
    const entry = begin(title, now(), wallClock());
    entries.push(entry);
    if (entries.length > MOST) entries.shift();
    return entry;
  }

  function newest(fits: (entry: Entry) => boolean): Entry | undefined {
    const since = now() - RECENT_MS;
    return entries.findLast((entry) => entry.lastAt >= since && fits(entry));
  }

  function byItself(): Entry {
    const title = "Greenroom, by itself";
    return newest((entry) => entry.title === title) ?? open(title);
  }

  function ownerOf(call: Call): Entry {
    const { own, shared } = namesOf(call);
    return (
      newest((entry) => hasOneOf(entry, own)) ??
      newest((entry) => hasOneOf(entry, shared)) ??
      newest(() => true) ??
      byItself()
    );
  }

  /** Everybody who waits for an answer about this room. */
  function askersOf(room: string | undefined): Entry[] {
    const since = now() - RECENT_MS;
    const asking = entries.filter(
      (entry) => room !== undefined && entry.lastAt >= since && speaksOf(entry, room),
    );
    const waiting = asking.filter((entry) => !entry.isAnswered);
    if (waiting.length > 0) return waiting;
    return [asking.at(-1) ?? newest((entry) => !entry.isAnswered) ?? byItself()];
  }

  function delivered({ id, delivery, at }: Extract<SlackActivity, { kind: "delivered" }>): void {
    if (isEcho(delivery)) return;
    const names = namesIn(delivery.payload);
    const entry = acting.getStore() ?? newest((known) => overlaps(known, names)) ?? byItself();
    // What is asked anew is answered anew.
    if (delivery.retry === undefined) entry.isAnswered = false;
    for (const name of names) entry.names.add(name);
    deliveries.set(id, addStep([entry], "slack", "bot", deliveryLabel(delivery), at));
    // A question that is under way already answers this one too.
    for (const { room, step } of queries.values()) {
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
        const owner = ownerOf(call);
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
      const step = addStep(askersOf(room), "bot", "tencent", queryLabel(command, room), at);
      queries.set(id, { room, step });
    } else {
      const query = queries.get(activity.id);
      queries.delete(activity.id);
      if (query !== undefined) endStep(query.step, queryEnding(activity), activity.at);
    }
    onChange();
  }

  return {
    act(title, work) {
      const entry = open(title);
      onChange();
      return acting.run(entry, work);
    },
    slack,
    tencent,
    rows: () => entries.map(rowOf),
  };
}

function hasOneOf({ names }: Entry, wanted: readonly string[]): boolean {
  return wanted.some((name) => names.has(name));
}

/** Slack tells an app of its own messages too. That is no part of what anybody asked. */
function isEcho({ payload }: Delivery): boolean {
  const event = payload["event"];
  if (!isObject(event)) return false;
  const message = isObject(event["message"]) ? event["message"] : event;
  return message["bot_id"] === BOT_ID;
}

/** Whether anything that Slack said in it has the room's ID, not as a part of a longer word. */
function speaksOf({ names }: Entry, room: string): boolean {
  if (names.has(room)) return true;
  const id = escapeText(room).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
  return [...names].some((name) => word.test(name));
}

/** Whether a delivery without an act is about the same thing: its message, its window. */
function overlaps(entry: Entry, names: ReadonlySet<string>): boolean {
  return [...names].some(
    (name) => /^\d{9,}\.\d{6}$|^V[A-Z0-9]{8,}$/.test(name) && entry.names.has(name),
  );
}
