import type { JSX } from "preact";
import type { MessageRow } from "../../../protocol/rows.ts";
import { Message } from "../message/message.tsx";

/** The message that a thread hangs on, above its replies. */
export function FirstMessage({
  message,
}: {
  readonly message?: MessageRow | undefined;
}): JSX.Element {
  if (message === undefined) {
    return <p class="slack-thread-gone">The first message of this thread is not there any more.</p>;
  }
  return (
    <div class="slack-thread-first">
      <Message message={message} isContinued={false} isActive isInThread />
    </div>
  );
}
