import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { MessageRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Message } from "../message/message.tsx";
import { Icon } from "../parts/icon.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { timelineOf } from "../pure/timeline.ts";
import { moveAmongMessages } from "./move-among-messages.ts";
import { useStickToBottom } from "./use-stick-to-bottom.ts";
import "./message-list.css";

interface MessageListProps {
  readonly label: string;
  readonly messages: readonly MessageRow[];
  readonly isThread?: boolean;
  readonly newFrom?: string;
  /** Above the first message. */
  readonly intro?: ComponentChildren;
}

/** Messages in the order they came. Arrow keys go from one to the next; Tab goes into one. */
export function MessageList(props: MessageListProps): JSX.Element {
  const { label, messages, isThread = false, newFrom, intro } = props;
  const { scene } = usePlayground();
  const { now, dismissed } = useSlackView();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();

  const shown = messages.filter(({ channel, ts }) => !dismissed.has(`${channel} ${ts}`));
  const last = shown.at(-1);
  const lastKey = last && `${last.channel} ${last.ts}`;
  const { hasMoreBelow, toBottom } = useStickToBottom(
    scroller,
    content,
    last?.ts,
    last?.author.id === scene.viewer,
  );
  const lines = timelineOf(shown, { now, ...(newFrom === undefined ? {} : { newFrom }) });
  const isThere = lines.some(({ key }) => key === chosen);
  const active = isThere ? chosen : lastKey;

  return (
    <div class="slack-messages">
      <div class="slack-messages-scroller" ref={scroller}>
        <div class="slack-messages-content" ref={content}>
          {intro}
          <ol role="list" aria-label={label} onKeyDown={moveAmongMessages}>
            {lines.map((line) => {
              if (line.kind === "message") {
                return (
                  <li key={line.key} onFocusIn={() => setChosen(line.key)}>
                    <Message
                      message={line.message}
                      isContinued={line.isContinued}
                      isActive={line.key === active}
                      isInThread={isThread}
                    />
                  </li>
                );
              }
              return (
                <li key={line.key} class={`slack-divider is-${line.kind}`}>
                  <span>{line.kind === "day" ? line.words : "New"}</span>
                </li>
              );
            })}
          </ol>
        </div>
      </div>
      {hasMoreBelow && (
        <button type="button" class="slack-more-below" onClick={toBottom}>
          <Icon name="down" /> New messages
        </button>
      )}
    </div>
  );
}
