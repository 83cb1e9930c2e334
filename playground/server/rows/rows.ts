import type { TencentSimulator } from "../../../simulator/tencent/server.ts";
import type { SlackSimulator } from "../../../simulator/slack/server.ts";
import type { SceneRow, SetRow } from "../../protocol/rows.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { messageRows, messagesSeenBy } from "./message-rows.ts";
import { channelRows, userRows } from "./place-rows.ts";
import { roomRows } from "./room-rows.ts";
import { homeRows, viewRows } from "./view-rows.ts";
import { weatherRow } from "./weather-row.ts";

/** A line of the bot's log, numbered from its start. */
export interface LogLine {
  readonly number: number;
  readonly line: string;
}

export interface RowSources {
  readonly slack: SlackSimulator;
  readonly tencent: TencentSimulator;
  readonly timeline: Pick<Timeline, "rows">;
  readonly scene: Omit<SceneRow, "viewer">;
  /** The newest lines of the bot's log, oldest first. */
  readonly log: () => readonly LogLine[];
}

/** Everything that the page shows to this person. */
export function rowsFor(viewer: string, sources: RowSources): SetRow[] {
  const { slack, tencent, timeline, scene, log } = sources;
  const { workspace } = slack;
  const seen = messagesSeenBy(viewer, workspace);
  return [
    { table: "scene", id: "scene", row: { ...scene, viewer } },
    ...userRows(workspace),
    ...channelRows(workspace, viewer, seen),
    ...messageRows(seen, workspace),
    ...viewRows(workspace, viewer),
    ...homeRows(workspace, viewer),
    ...roomRows(tencent),
    { table: "weather", id: "weather", row: weatherRow(slack, tencent) },
    ...timeline.rows().map((row): SetRow => ({ table: "interaction", id: String(row.id), row })),
    ...log().map(({ number, line }): SetRow => ({
      table: "log",
      id: String(number),
      row: { line },
    })),
  ];
}
