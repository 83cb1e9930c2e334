import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Attachments } from "../../block-kit/attachments.tsx";
import { Blocks } from "../../block-kit/blocks.tsx";
import type { BlockKit } from "../../block-kit/context.ts";
import { Mrkdwn } from "../../block-kit/mrkdwn-text.tsx";
import type { MessageRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { useSlackView } from "../parts/slack-view.ts";
import { useFocusBack } from "../parts/use-focus-back.ts";

interface MessageBodyProps {
  readonly message: MessageRow;
  /** Of the titles of cards: below the title of the pane. */
  readonly headingLevel: 2 | 3;
}

export function MessageBody({ message, headingLevel }: MessageBodyProps): JSX.Element {
  const { send } = usePlayground();
  const { channel, ts, text, blocks, attachments, isDeleted } = message;
  // What an app replaced for one person alone was not edited before anybody.
  const isEdited = message.isEdited && !message.isEphemeral;
  const body = useRef<HTMLDivElement>(null);
  const rememberPressed = useFocusBack(body, blocks);
  const kit: BlockKit = {
    ...useSlackView().kit,
    onAction: ({ blockId, actionId }) => {
      rememberPressed();
      void send({ kind: "press", channel, ts, blockId, actionId });
    },
  };
  if (isDeleted) return <p class="slack-tombstone">This message was deleted.</p>;
  return (
    <div ref={body} class="slack-message-body">
      {blocks.length > 0 && <Blocks blocks={blocks} kit={kit} headingLevel={headingLevel} />}
      {blocks.length === 0 && text !== "" && (
        <div class="slack-message-text">
          <Mrkdwn text={text} kit={kit} />
        </div>
      )}
      {isEdited && <span class="slack-edited">(edited)</span>}
      {attachments.length > 0 && <Attachments attachments={attachments} kit={kit} />}
    </div>
  );
}
