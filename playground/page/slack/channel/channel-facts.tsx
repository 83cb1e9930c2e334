import type { JSX } from "preact";
import type { ChannelRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Icon } from "../parts/icon.tsx";
import { isDirect } from "../pure/channel-words.ts";

/** What one has to know about a channel to understand how the bot behaves in it. */
export function ChannelFacts({ channel }: { readonly channel: ChannelRow }): JSX.Element | null {
  const { scene } = usePlayground();
  const hasAlerts = scene.alertChannels.includes(channel.id);
  if (isDirect(channel)) return null;
  return (
    <ul class="slack-facts" aria-label="About this channel">
      {channel.isShared && (
        <li class="slack-fact">
          <Icon name="shared" /> Shared with another company
        </li>
      )}
      {!channel.botIsMember && (
        <li class="slack-fact">
          {scene.appName} is not in this channel. /invite @{scene.appName} brings it in.
        </li>
      )}
      {channel.botIsMember && <li class="slack-fact">{scene.appName} is in this channel</li>}
      {hasAlerts && (
        <li class="slack-fact is-good">
          <Icon name="bell" /> Alerts are answered here
        </li>
      )}
    </ul>
  );
}
