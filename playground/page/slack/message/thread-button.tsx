import type { JSX } from "preact";
import type { MessageRow } from "../../../protocol/rows.ts";
import { Avatar } from "../parts/avatar.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { isReply, keyOf, repliesInWords } from "../pure/threads.ts";
import { msOf, shortWhen } from "../pure/time-words.ts";

/** Under a message that has replies: how many, and the way to them. */
export function ThreadButton({ message }: { readonly message: MessageRow }): JSX.Element | null {
  const { threads, unread, now, go } = useSlackView();
  const { channel, ts } = message;
  const key = keyOf(channel, ts);
  const summary = threads.get(key);
  if (summary === undefined || isReply(message)) return null;
  const isUnread = unread.threads.has(key);
  return (
    <button
      type="button"
      class="slack-thread-button"
      data-thread={key}
      onClick={() => go({ channel, thread: ts })}
    >
      <span class="slack-thread-authors">
        {summary.authors.map(({ id, name, kind }) => (
          <Avatar key={id} name={name} isApp={kind === "app"} isSmall />
        ))}
      </span>
      {isUnread && <span class="slack-thread-dot" aria-hidden="true" />}
      <span class={isUnread ? "slack-thread-count is-unread" : "slack-thread-count"}>
        {/* Replies for the viewer alone are not counted, but there has to be a way to them. */}
        {summary.count === 0 ? "View thread" : repliesInWords(summary.count)}
        {isUnread && <span class="unseen">, unread</span>}
      </span>
      <span class="slack-thread-last">
        <span class="unseen">, </span>last reply {shortWhen(msOf(summary.lastTs), now)}
      </span>
    </button>
  );
}
