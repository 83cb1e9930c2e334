import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { MessageRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import type { MenuItem } from "../parts/menu.tsx";
import { MenuButton } from "../parts/menu-button.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import { ConfirmDelete } from "./confirm-delete.tsx";
import { neighbourOf } from "./neighbour.ts";

interface MessageToolbarProps {
  readonly message: MessageRow;
  readonly isReachable: boolean;
  readonly isInThread: boolean;
  readonly onEdit: () => void;
}

/** What can be done with a message. The keyboard reaches it once the message has the focus. */
export function MessageToolbar(props: MessageToolbarProps): JSX.Element | null {
  const { message, isReachable, isInThread, onEdit } = props;
  const { scene, send } = usePlayground();
  const { go } = useSlackView();
  const [isDeleting, setDeleting] = useState(false);
  const toolbar = useRef<HTMLDivElement>(null);
  const { channel, ts, threadTs, author } = message;
  const tabIndex = isReachable ? 0 : -1;
  const reply = (): void => go({ channel, thread: threadTs ?? ts });

  async function remove(): Promise<void> {
    const neighbour = neighbourOf(toolbar.current);
    setDeleting(false);
    const { ok } = await send({ kind: "delete", channel, ts });
    // The focus would be lost with the message that has it.
    if (ok) neighbour?.focus();
  }

  const own: readonly MenuItem[] =
    author.id === scene.viewer
      ? [
          { name: "Edit message", pick: onEdit },
          { name: "Delete message", isDanger: true, pick: () => setDeleting(true) },
        ]
      : [];
  const items: readonly MenuItem[] = [
    ...(isInThread ? [] : [{ name: "Reply in thread", pick: reply }]),
    ...scene.messageShortcuts.map(({ callbackId, name, description }) => ({
      name,
      hint: description,
      pick: () => void send({ kind: "message-shortcut", channel, ts, callbackId }),
    })),
    ...own,
  ];
  if (items.length === 0) return null;
  return (
    <div ref={toolbar} class="slack-toolbar" role="group" aria-label="Message actions">
      {!isInThread && (
        <IconButton icon="reply" label="Reply in thread" tabIndex={tabIndex} onClick={reply} />
      )}
      <MenuButton label="More actions" items={items} tabIndex={tabIndex}>
        <Icon name="more" />
      </MenuButton>
      {isDeleting && (
        <ConfirmDelete onCancel={() => setDeleting(false)} onDelete={() => void remove()} />
      )}
    </div>
  );
}
