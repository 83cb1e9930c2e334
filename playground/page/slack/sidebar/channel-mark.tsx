import type { JSX } from "preact";
import type { ChannelRow } from "../../../protocol/rows.ts";
import { Icon } from "../parts/icon.tsx";

export function ChannelMark({ channel }: { readonly channel: ChannelRow }): JSX.Element {
  if (channel.isShared) return <Icon name="shared" />;
  return <Icon name={channel.kind === "private" ? "lock" : "hash"} />;
}

/** What the mark says, in words; nothing for a public channel. */
export function channelKind({ kind, isShared }: ChannelRow): string | undefined {
  if (isShared) return "shared with another company";
  return kind === "private" ? "private channel" : undefined;
}
