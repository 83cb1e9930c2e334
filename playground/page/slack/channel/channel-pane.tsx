import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ChannelRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Composer } from "../composer/composer.tsx";
import { Avatar } from "../parts/avatar.tsx";
import { channelTitle, isDirect } from "../pure/channel-words.ts";
import { messagesIn } from "../pure/threads.ts";
import { ChannelMark } from "../sidebar/channel-mark.tsx";
import { ChannelFacts } from "./channel-facts.tsx";
import { MessageList } from "./message-list.tsx";
import { PaneHead } from "./pane-head.tsx";

interface ChannelPaneProps {
  readonly channel: ChannelRow;
  /** The ts up to which the viewer has read. */
  readonly readUpTo: string;
}

export function ChannelPane({ channel, readUpTo }: ChannelPaneProps): JSX.Element {
  return (
    <main class="slack-pane slack-channel">
      <PaneHead
        mark={
          isDirect(channel) ? (
            <Avatar name={channel.name} isSmall />
          ) : (
            <ChannelMark channel={channel} />
          )
        }
        title={channel.name}
      >
        <ChannelFacts channel={channel} />
      </PaneHead>
      <ChannelMessages channel={channel} readUpTo={readUpTo} />
    </main>
  );
}

/** A channel's messages, and where one writes more. */
export function ChannelMessages({ channel, readUpTo }: ChannelPaneProps): JSX.Element {
  const { state, scene } = usePlayground();
  const messages = messagesIn(state.message, channel.id);
  // What was new when the channel was opened stays marked until it is left.
  const [newFrom] = useState(
    () => messages.find(({ ts, author }) => ts > readUpTo && author.id !== scene.viewer)?.ts,
  );
  const title = channelTitle(channel);
  return (
    <>
      <MessageList
        label={`Messages in ${title}`}
        messages={messages}
        {...(newFrom === undefined ? {} : { newFrom })}
        intro={
          <div class="slack-intro">
            <p class="slack-intro-title">{title}</p>
            <p>{introOf(channel)}</p>
          </div>
        }
      />
      {channel.kind === "app" && !scene.takesMessages ? (
        <p class="slack-no-composer">Sending messages to this app has been turned off.</p>
      ) : (
        <Composer label={`Message ${title}`} channel={channel.id} />
      )}
    </>
  );
}

function introOf({ kind, isShared, name, hasOlder }: ChannelRow): string {
  if (hasOlder === true) return "Older messages are not shown.";
  if (kind === "dm" || kind === "app") return `Your direct messages with ${name} begin here.`;
  if (isShared) return "This channel begins here. People of another company are in it too.";
  return kind === "private"
    ? "This private channel begins here. Its members alone see it."
    : "This channel begins here.";
}
