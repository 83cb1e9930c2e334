import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { usePlayground } from "../lib/playground.ts";
import { ChannelPane } from "./channel/channel-pane.tsx";
import { AppPane } from "./home/app-pane.tsx";
import { Modals } from "./modal/modals.tsx";
import { Notices } from "./notices/notices.tsx";
import { SlackViewContext, type SlackView } from "./parts/slack-view.ts";
import { useNow } from "./parts/use-now.ts";
import { sortedChannels } from "./pure/channel-words.ts";
import { channelMark } from "./pure/read-marks.ts";
import { threadSummaries } from "./pure/threads.ts";
import { unreadThings } from "./pure/unread.ts";
import { Sidebar } from "./sidebar/sidebar.tsx";
import { ThreadPane } from "./thread/thread-pane.tsx";
import { useKit } from "./use-kit.ts";
import { useNames } from "./use-names.ts";
import { usePlace } from "./use-place.ts";
import { useReadMarks } from "./use-read-marks.ts";
import "./slack-window.css";

interface SlackWindowProps {
  readonly onLookAs: (user: string) => void;
}

/** A window of Slack as one person sees it. */
export function SlackWindow({ onLookAs }: SlackWindowProps): JSX.Element {
  const { state, scene } = usePlayground();
  const { viewer } = scene;
  const [place, go] = usePlace(state.channel);
  const marks = useReadMarks(viewer, place, state.message);
  const now = useNow();
  const names = useNames();
  const kit = useKit(names, now);
  const drafts = useRef(new Map<string, string>());
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [isSidebarOpen, setSidebarOpen] = useState(false);
  const threads = useMemo(() => threadSummaries(state.message), [state.message]);
  const unread = useMemo(
    () =>
      unreadThings(state.message, {
        viewer,
        marks,
        channels: state.channel,
        open: place.channel,
      }),
    [state.message, viewer, marks, state.channel, place.channel],
  );
  // Where the sidebar lies over the rest, it goes once something was chosen in it.
  useEffect(() => setSidebarOpen(false), [place.channel]);

  const view: SlackView = {
    names,
    kit,
    now,
    place,
    go,
    threads,
    unread,
    dismissed,
    dismiss: (key) => setDismissed((before) => new Set(before).add(key)),
    drafts: drafts.current,
    openSidebar: () => setSidebarOpen(true),
  };
  const { app } = sortedChannels(state.channel);
  const channel = state.channel.get(place.channel);
  const isAppPlace = channel === undefined || channel.id === app?.id;
  const readUpTo = channelMark(marks, place.channel);
  const looks = [
    "slack-window",
    place.thread === undefined ? "" : "has-thread",
    isSidebarOpen ? "has-sidebar" : "",
  ];
  return (
    <SlackViewContext.Provider value={view}>
      <div class={looks.filter(Boolean).join(" ")}>
        <div class="slack-columns">
          <Sidebar
            onLookAs={onLookAs}
            isOpen={isSidebarOpen}
            onClose={() => setSidebarOpen(false)}
          />
          {isSidebarOpen && (
            <div class="slack-sidebar-shade" onClick={() => setSidebarOpen(false)} />
          )}
          {isAppPlace ? (
            <AppPane key="app" messages={app} readUpTo={readUpTo} />
          ) : (
            <ChannelPane key={`${viewer} ${channel.id}`} channel={channel} readUpTo={readUpTo} />
          )}
          {channel !== undefined && place.thread !== undefined && (
            <ThreadPane
              key={`${viewer} ${channel.id} ${place.thread}`}
              channel={channel}
              thread={place.thread}
            />
          )}
        </div>
        <Notices />
        <Modals />
      </div>
    </SlackViewContext.Provider>
  );
}
