import type { SlackSimulator } from "../../../simulator/slack/server.ts";
import type { TencentSimulator } from "../../../simulator/tencent/server.ts";
import type { WeatherRow } from "../../protocol/rows.ts";
import { shownFault } from "./room-rows.ts";

export function weatherRow(slack: SlackSimulator, tencent: TencentSimulator): WeatherRow {
  const { queries, refused, mostInASlidingSecond } = tencent.stats();
  return {
    tencent: {
      latency: tencent.weather.latency,
      fault: shownFault(tencent.weather.always),
      qps: tencent.qps,
      queries,
      refused,
      mostInASlidingSecond,
    },
    slack: {
      waitingFaults: slack.fault.waiting,
      repeats: slack.fault.repeats,
      sockets: slack.sockets,
    },
  };
}
