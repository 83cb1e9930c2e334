import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./icon-button.tsx";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  /** By Escape or by the button in the corner. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const fields = "input:not([type=hidden]):not(:disabled), textarea, select";

/** A window in the browser's own top layer, which keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = useRef(false);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showModal();
    isOpen.current = true;
    (element.querySelector<HTMLElement>(fields) ?? element).focus();
    return () => {
      isOpen.current = false;
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  // What the app took away from under the focus leaves it on nothing.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus();
  });

  return (
    <dialog
      ref={dialog}
      class="slack-dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // Some browsers close on a second Escape without asking.
        if (isOpen.current) onClose();
      }}
      // Escape and the arrows are not for what lies beneath.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="slack-dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label="Close dialog" onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}
