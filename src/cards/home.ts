import type { HomeView, KnownBlock, SectionBlock } from "@slack/types";
import { actionIds, buttonValue } from "./actions.ts";
import { context, header, rows, section } from "./blocks.ts";
import type { Row, Value } from "./card.ts";
import { moment } from "./moment.ts";

/** What somebody asked for, as their Home tab lists it. */
export interface LastLookUp {
  readonly room: string;
  /** The room's name, where Tencent told one. */
  readonly name: string | undefined;
  readonly kind: "found" | "missing" | "failed";
  /** In ms since 1970. */
  readonly asOf: number;
}

/** What this bot was set up for. Nothing in it is secret. */
export interface Settings {
  readonly sdkAppId: number;
  readonly dataCentre: string;
  readonly queriesPerSecond: number;
  /** Slack's channel ids. */
  readonly alertChannels: readonly string[];
}

export interface Home {
  readonly commands: readonly { readonly usage: string; readonly summary: string }[];
  readonly settings: Settings;
  /** The newest first. */
  readonly lookUps: readonly LastLookUp[];
  /** The answer to a press of Refresh, above everything else. */
  readonly answer?: readonly KnownBlock[];
}

/** The Home tab of one person. */
export function homeView({ commands, settings, lookUps, answer = [] }: Home): HomeView {
  return {
    type: "home",
    blocks: [
      // In the Home tab, the buttons of a card have no card to edit.
      ...answer.filter(({ type }) => type !== "actions"),
      ...(answer.length > 0 ? [{ type: "divider" } as const] : []),
      header({ ours: "Your last look-ups" }),
      ...(lookUps.length > 0 ? lookUps.flatMap(lookUpBlocks) : [section(none)]),
      header({ ours: "How to look up a room" }),
      ...rows(commands.map(({ usage, summary }) => ({ label: usage, value: { ours: summary } }))),
      section(elsewhere),
      header({ ours: "How this bot is set up" }),
      ...rows(settingRows(settings)),
    ],
  };
}

/** For whom this bot does not answer. */
export function closedHomeView(answer: readonly KnownBlock[]): HomeView {
  return { type: "home", blocks: answer.filter(({ type }) => type !== "actions") };
}

const none: Value = {
  ours: "None since this bot was started. What you look up appears here, for you alone.",
};

const elsewhere: Value = {
  ours: "In a thread, write @Greenroom and the room's ID, or pick Look up room in the menu of a message that names the room. Under Messages, write the ID alone.",
};

const states = {
  found: "This room exists.",
  missing: "No room with this ID.",
  failed: "Could not be read.",
} as const;

function lookUpBlocks({ room, name, kind, asOf }: LastLookUp): KnownBlock[] {
  const title: SectionBlock = {
    ...section({ foreign: name ?? room }),
    accessory: {
      type: "button",
      action_id: actionIds.homeRefresh,
      text: { type: "plain_text", text: "Refresh", emoji: false },
      value: buttonValue(room),
    },
  };
  // Apart from the name, which may be as long as it likes.
  const id: Value[] = name === undefined ? [] : [{ foreign: `Room ID ${room}` }];
  return [title, context([...id, { ours: states[kind] }, moment(asOf / 1000, "Read ", "")])];
}

function settingRows(settings: Settings): Row[] {
  const { sdkAppId, dataCentre, queriesPerSecond, alertChannels } = settings;
  return [
    { label: "Tencent app (SDKAppID)", value: { ours: String(sdkAppId) } },
    { label: "Data centre", value: { foreign: dataCentre } },
    { label: "Queries a second, at most", value: { ours: String(queriesPerSecond) } },
    { label: "Alert channels", value: channelList(alertChannels) },
  ];
}

/** More would not be read, and many more would be too long for Slack. */
const mostChannels = 20;

function channelList(ids: readonly string[]): Value {
  if (ids.length === 0) return { ours: "None" };
  const shown = ids.slice(0, mostChannels);
  const rest = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : "";
  return {
    ours: `${shown.join(", ")}${rest}`,
    markup: `${shown.map((id) => `<#${id}>`).join(" ")}${rest}`,
  };
}
