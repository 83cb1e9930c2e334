import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { MessageRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Avatar } from "../parts/avatar.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { clock, msOf } from "../pure/time-words.ts";
import { EditMessage } from "./edit-message.tsx";
import { MessageBody } from "./message-body.tsx";
import { MessageToolbar } from "./message-toolbar.tsx";
import { BroadcastNote, PrivateNote } from "./notes.tsx";
import { PostedAt } from "./posted-at.tsx";
import { ThreadButton } from "./thread-button.tsx";
import "./message.css";

interface MessageProps {
  readonly message: MessageRow;
  readonly isContinued: boolean;
  /** Whether Tab comes to this message of its list. */
  readonly isActive: boolean;
  readonly isInThread: boolean;
}

export function Message({ message, isContinued, isActive, isInThread }: MessageProps): JSX.Element {
  const { scene } = usePlayground();
  const { place } = useSlackView();
  const [isEditing, setEditing] = useState(false);
  const { author, ts, isEphemeral, isDeleted } = message;
  const isOpenThread = !isInThread && place.thread === ts;
  const looks = [
    "slack-message",
    isContinued ? "is-continued" : "",
    isEphemeral ? "is-private" : "",
    isEditing ? "is-editing" : "",
    isOpenThread ? "is-open" : "",
    message.text.includes(`<@${scene.viewer}>`) ? "is-mention" : "",
  ];
  return (
    <article
      class={looks.filter(Boolean).join(" ")}
      aria-label={labelOf(message)}
      tabIndex={isActive ? 0 : -1}
    >
      {isEphemeral && <PrivateNote message={message} />}
      {message.isBroadcast && !isInThread && <BroadcastNote message={message} />}
      <div class="slack-message-side">
        {isContinued ? (
          <PostedAt ts={ts} isShort />
        ) : (
          <Avatar name={author.name} isApp={author.kind === "app"} isGone={isDeleted} />
        )}
      </div>
      <div class="slack-message-main">
        {!isContinued && !isDeleted && (
          <p class="slack-message-head">
            <strong class="slack-author">{author.name}</strong>{" "}
            {author.kind !== "person" && <span class="slack-app-badge">APP</span>}{" "}
            <PostedAt ts={ts} />
          </p>
        )}
        {isEditing ? (
          <EditMessage message={message} onDone={() => setEditing(false)} />
        ) : (
          <MessageBody message={message} headingLevel={isInThread ? 3 : 2} />
        )}
        {!isInThread && <ThreadButton message={message} />}
      </div>
      {!isEphemeral && !isDeleted && !isEditing && (
        <MessageToolbar
          message={message}
          isReachable={isActive}
          isInThread={isInThread}
          onEdit={() => setEditing(true)}
        />
      )}
    </article>
  );
}

function labelOf({ author, ts, isEphemeral, isDeleted }: MessageRow): string {
  if (isDeleted) return "Deleted message";
  return `${author.name} at ${clock(msOf(ts))}${isEphemeral ? ", only visible to you" : ""}`;
}
