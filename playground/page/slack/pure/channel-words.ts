import type { ChannelRow } from "../../../protocol/rows.ts";

export function isDirect({ kind }: ChannelRow): boolean {
  return kind === "dm" || kind === "app";
}

/** `#support`, or the other person's name. */
export function channelTitle(channel: ChannelRow): string {
  return isDirect(channel) ? channel.name : `#${channel.name}`;
}

export interface SortedChannels {
  readonly channels: readonly ChannelRow[];
  readonly direct: readonly ChannelRow[];
  /** The direct messages with the bot. */
  readonly app: ChannelRow | undefined;
}

/** As the sidebar lists them, by name. */
export function sortedChannels(rows: ReadonlyMap<string, ChannelRow>): SortedChannels {
  const all = [...rows.values()].toSorted((one, other) => one.name.localeCompare(other.name, "en"));
  return {
    channels: all.filter((row) => !isDirect(row)),
    direct: all.filter(({ kind }) => kind === "dm"),
    app: all.find(({ kind }) => kind === "app"),
  };
}
