import { alertSources } from "../../../simulator/slack/alerts/sources.ts";
import type { SlackSimulator } from "../../../simulator/slack/server.ts";
import { escapeText } from "../../../simulator/slack/typed-text.ts";
import type { TencentSimulator } from "../../../simulator/tencent/server.ts";
import type { Act, ActOf, ActResult } from "../../protocol/acts.ts";
import { roomInfoOf } from "../rows/room-rows.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { SlackActs } from "./slack-acts.ts";
import { clip, createTitles } from "./titles.ts";

export interface ControlActParts {
  readonly slack: SlackSimulator;
  readonly tencent: TencentSimulator;
  readonly timeline: Pick<Timeline, "act">;
  /** The callback ID of the step that workflows run. */
  readonly step: string | undefined;
}

/** What a person does to the stand-ins: Tencent's rooms, the weather, other apps. */
export type ControlActs = {
  readonly [K in Exclude<Act["kind"], keyof SlackActs>]: (act: ActOf<K>) => Promise<ActResult>;
};

const done: ActResult = { ok: true };

/** One call fewer than the bot tries, so that its answer comes in the end. */
const CALLS_CUT = 2;

export function createControlActs(parts: ControlActParts): ControlActs {
  const { slack, tencent, timeline } = parts;
  const { place } = createTitles(slack.workspace);

  return {
    async "create-room"({ room, change }) {
      tencent.rooms.create({ RoomId: room, ...roomInfoOf(change) });
      return done;
    },
    async "change-room"({ room, change }) {
      tencent.rooms.update(room, roomInfoOf(change));
      return done;
    },
    async "dissolve-room"({ room }) {
      if (!tencent.rooms.dissolve(room)) throw new Error(`There is no room ${room}.`);
      // Its trouble goes with it: who asks for it now hears that it is gone.
      tencent.weather.setForRoom(room, null);
      return done;
    },
    async "room-fault"({ room, fault }) {
      tencent.weather.setForRoom(room, fault);
      return done;
    },
    async "tencent-weather"({ latency, fault, qps }) {
      if (latency !== undefined && latency[0] > latency[1]) {
        throw new Error("The least latency is above the most.");
      }
      if (latency !== undefined) tencent.weather.latency = latency;
      if (fault !== undefined) tencent.weather.set(fault);
      if (qps !== undefined) tencent.qps = qps;
      return done;
    },
    async "slack-rate-limit"({ retryAfter, times }) {
      slack.fault.anyCall({ kind: "rate_limited", retryAfter }, times);
      return done;
    },
    async "slack-lost-connection"() {
      if (slack.requestUrl === undefined) slack.fault.dropSockets();
      else slack.fault.anyCall({ kind: "reset" }, CALLS_CUT);
      return done;
    },
    async "slack-repeats"({ times }) {
      slack.fault.repeatEvents(times);
      return done;
    },
    async "slack-fair-weather"() {
      slack.fault.clear();
      return done;
    },
    async alert({ source, room, channel }) {
      const found = alertSources.find(({ id }) => id === source);
      if (found === undefined) throw new Error(`There is no source ${source}.`);
      const { author, alert } = found;
      const title = `${author.name} posted an alert about ${clip(room, 48)} in ${place(channel)}`;
      const said = alert(escapeText(room), Math.floor(Date.now() / 1000));
      await timeline.act(title, () => slack.say({ channel, bot: author, ...said }));
      return done;
    },
    async "run-step"({ room }) {
      const { step } = parts;
      if (step === undefined) throw new Error("The app offers no step for workflows.");
      const title = `A workflow asked about ${clip(room, 48)}`;
      await timeline.act(title, () => slack.runStep(step, { room_id: room }));
      return done;
    },
  };
}
