import type { ChannelRow } from "../../../protocol/rows.ts";

export interface ChannelChoice {
  readonly id: string;
  readonly words: string;
}

/** Channels that an alert can go to, those in which the bot answers them first. */
export function channelChoices(
  channels: Iterable<ChannelRow>,
  watched: readonly string[],
): readonly ChannelChoice[] {
  return [...channels]
    .filter(({ kind }) => kind === "public" || kind === "private")
    .toSorted((one, other) => rank(one, watched) - rank(other, watched))
    .map(({ id, name }) => ({ id, words: `#${name}` }));
}

function rank({ id }: ChannelRow, watched: readonly string[]): number {
  const place = watched.indexOf(id);
  return place === -1 ? watched.length : place;
}

/** What the bot should do with an alert in a channel. */
export function expectation(channel: string, watched: readonly string[]): string {
  return watched.includes(channel)
    ? "The bot posts the room’s status in the alert’s thread, unless another alert named the room here in the last 5 minutes."
    : "The bot does not answer alerts in this channel, and should stay silent.";
}

/** And with many of them at once; undefined where one alone gets no status either. */
export function stormExpectation(channel: string, watched: readonly string[]): string | undefined {
  return watched.includes(channel)
    ? "In a storm the first alert gets a status, the others get none."
    : undefined;
}
