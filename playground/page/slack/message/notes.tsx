import type { JSX } from "preact";
import type { MessageRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Icon } from "../parts/icon.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { excerpt, plainText } from "../pure/plain-text.ts";
import { keyOf } from "../pure/threads.ts";
import { neighbourOf } from "./neighbour.ts";

interface NoteProps {
  readonly message: MessageRow;
}

/** Slack sends such a message away at the client alone; so does this page. */
export function PrivateNote({ message }: NoteProps): JSX.Element {
  const { dismiss } = useSlackView();
  return (
    <p class="slack-note">
      <Icon name="eye" /> Only visible to you
      <span aria-hidden="true"> · </span>
      <button
        type="button"
        class="slack-text-button"
        onClick={({ currentTarget }) => {
          neighbourOf(currentTarget)?.focus({ preventScroll: true });
          dismiss(keyOf(message.channel, message.ts));
        }}
      >
        Dismiss
      </button>
    </p>
  );
}

/** Above a reply that was sent to the channel too. */
export function BroadcastNote({ message }: NoteProps): JSX.Element {
  const { state } = usePlayground();
  const { names, go } = useSlackView();
  const thread = message.threadTs ?? message.ts;
  const first = state.message.get(keyOf(message.channel, thread));
  const words = first === undefined || first.isDeleted ? "" : plainText(first.text, names);
  return (
    <p class="slack-note">
      <Icon name="reply" /> replied to a thread:{" "}
      <button
        type="button"
        class="slack-text-button"
        onClick={() => go({ channel: message.channel, thread })}
      >
        {words === "" ? "Open the thread" : excerpt(words, 60)}
      </button>
    </p>
  );
}
