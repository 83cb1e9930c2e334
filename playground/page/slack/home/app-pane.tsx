import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId } from "preact/hooks";
import type { ChannelRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { ChannelMessages } from "../channel/channel-pane.tsx";
import { PaneHead } from "../channel/pane-head.tsx";
import { Avatar } from "../parts/avatar.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { home } from "../pure/place.ts";
import { HomeTab } from "./home-tab.tsx";
import "./app-pane.css";

interface AppPaneProps {
  /** The direct messages with the bot, where there are any. */
  readonly messages: ChannelRow | undefined;
  readonly readUpTo: string;
}

/** The app's own place: its Home tab, and the messages with it. */
export function AppPane({ messages, readUpTo }: AppPaneProps): JSX.Element {
  const { scene } = usePlayground();
  const { place, go } = useSlackView();
  const id = useId();
  const isHome = place.channel === home || messages === undefined;
  const tabs = [
    { name: "Home", channel: home, isChosen: isHome },
    ...(messages === undefined
      ? []
      : [{ name: "Messages", channel: messages.id, isChosen: !isHome }]),
  ];

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tabs.find(({ isChosen }) => !isChosen);
    if (other === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>("[aria-selected=false]")?.focus();
    go({ channel: other.channel });
  }

  return (
    <main class="slack-pane slack-app-pane">
      <PaneHead mark={<Avatar name={scene.appName} isApp isSmall />} title={scene.appName}>
        <div class="slack-tabs" role="tablist" aria-label={scene.appName} onKeyDown={onKeyDown}>
          {tabs.map(({ name, channel, isChosen }) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              role="tab"
              class="slack-tab"
              aria-selected={isChosen}
              aria-controls={`${id}-panel`}
              tabIndex={isChosen ? 0 : -1}
              onClick={() => go({ channel })}
            >
              {name}
            </button>
          ))}
        </div>
      </PaneHead>
      <div
        id={`${id}-panel`}
        class="slack-tab-panel"
        role="tabpanel"
        aria-labelledby={`${id}-${isHome ? "Home" : "Messages"}`}
        tabIndex={isHome ? 0 : -1}
      >
        {isHome ? (
          <HomeTab key={scene.viewer} />
        ) : (
          <ChannelMessages
            key={`${scene.viewer} ${messages.id}`}
            channel={messages}
            readUpTo={readUpTo}
          />
        )}
      </div>
    </main>
  );
}
