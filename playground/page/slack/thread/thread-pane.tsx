import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ChannelRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { MessageList } from "../channel/message-list.tsx";
import { Composer } from "../composer/composer.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { channelTitle, isDirect } from "../pure/channel-words.ts";
import { keyOf, repliesInWords, repliesTo } from "../pure/threads.ts";
import { FirstMessage } from "./first-message.tsx";
import "./thread-pane.css";

interface ThreadPaneProps {
  readonly channel: ChannelRow;
  readonly thread: string;
}

export function ThreadPane({ channel, thread }: ThreadPaneProps): JSX.Element {
  const { state } = usePlayground();
  const { go, threads } = useSlackView();
  const key = keyOf(channel.id, thread);
  const first = state.message.get(key);
  const replies = repliesTo(state.message, channel.id, thread);
  const count = threads.get(key)?.count ?? 0;
  const title = channelTitle(channel);
  const opener = useRef<Element | null>(null);
  // Before the composer takes the focus.
  useLayoutEffect(() => {
    opener.current = document.activeElement;
  }, []);

  function close(): void {
    go({ channel: channel.id });
    const { current } = opener;
    const isThere =
      current instanceof HTMLElement && current.isConnected && current !== document.body;
    const back = isThere ? current : document.querySelector<HTMLElement>(".slack-pane textarea");
    back?.focus();
  }

  return (
    <aside
      class="slack-pane slack-thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        // A list, a menu or a text that is being edited takes Escape first.
        if (event.key === "Escape" && !event.defaultPrevented) close();
      }}
    >
      <header class="slack-pane-head">
        <h2 class="slack-pane-title">Thread</h2>
        <span class="slack-thread-place">{title}</span>
        <IconButton icon="close" label="Close thread" onClick={close} />
      </header>
      <MessageList
        label="Replies"
        messages={replies}
        isThread
        intro={
          <>
            <FirstMessage message={first} />
            {count > 0 && <p class="slack-divider is-count">{repliesInWords(count)}</p>}
          </>
        }
      />
      <Composer
        label="Reply to thread"
        channel={channel.id}
        thread={thread}
        {...(isDirect(channel) ? {} : { broadcastTo: title })}
      />
    </aside>
  );
}
