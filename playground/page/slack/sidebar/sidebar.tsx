import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { ChannelRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Avatar } from "../parts/avatar.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { sortedChannels } from "../pure/channel-words.ts";
import { home } from "../pure/place.ts";
import { ChannelLink } from "./channel-link.tsx";
import { channelKind, ChannelMark } from "./channel-mark.tsx";
import { LookAs } from "./look-as.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";
import "./sidebar.css";

interface SidebarProps {
  readonly onLookAs: (user: string) => void;
  /** Where the window is narrow, whether it lies over the rest. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function Sidebar({ onLookAs, isOpen, onClose }: SidebarProps): JSX.Element {
  const { scene, state } = usePlayground();
  const { place, go, unread } = useSlackView();
  const { channels, direct, app } = sortedChannels(state.channel);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) nav.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
  }, [isOpen]);
  const link = (row: ChannelRow, mark: ComponentChildren, kind?: string): JSX.Element => (
    <ChannelLink
      key={row.id}
      mark={mark}
      name={row.name}
      {...(kind === undefined ? {} : { kind })}
      isChosen={row.id === place.channel}
      unread={unread.channels.get(row.id)}
      onChoose={() => go({ channel: row.id })}
    />
  );
  return (
    <nav
      ref={nav}
      class="slack-sidebar"
      aria-label="Workspace"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        onClose();
        document.querySelector<HTMLElement>(".slack-open-sidebar")?.focus();
      }}
    >
      <p class="slack-team">{scene.team}</p>
      <LookAs onLookAs={onLookAs} />
      <div class="slack-links">
        <Group title="Channels">
          {channels.map((row) => link(row, <ChannelMark channel={row} />, channelKind(row)))}
        </Group>
        {direct.length > 0 && (
          <Group title="Direct messages">
            {direct.map((row) => link(row, <Avatar name={row.name} isSmall />))}
          </Group>
        )}
        <Group title="Apps">
          <ChannelLink
            mark={<Avatar name={scene.appName} isApp isSmall />}
            name={scene.appName}
            isChosen={place.channel === home || place.channel === app?.id}
            unread={app && unread.channels.get(app.id)}
            // To what is unread, if anything is.
            onChoose={() => go({ channel: app && unread.channels.has(app.id) ? app.id : home })}
          />
        </Group>
      </div>
      <ThemeToggle />
    </nav>
  );
}

interface GroupProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Group({ title, children }: GroupProps): JSX.Element {
  const id = useId();
  return (
    <section>
      <h2 id={id} class="slack-group-title">
        {title}
      </h2>
      {/* Safari takes a list without bullets for no list. */}
      <ul role="list" aria-labelledby={id}>
        {children}
      </ul>
    </section>
  );
}
