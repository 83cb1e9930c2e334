import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { IconButton } from "../parts/icon-button.tsx";
import type { Place } from "../pure/place.ts";

export interface ToastNote {
  readonly id: number;
  readonly words: string;
  readonly place: Place;
}

interface ToastProps {
  readonly note: ToastNote;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

const shownForMs = 6_000;

/** Goes by itself, unless somebody points at it or the focus is in it. */
export function Toast({ note, onOpen, onClose }: ToastProps): JSX.Element {
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isHeld = isPointedAt || hasFocus;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onClose, shownForMs);
    return () => clearTimeout(timer);
    // A note of the same place that comes again begins its time anew.
  }, [isHeld, note.id]);
  return (
    <li
      class="slack-toast"
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocusIn={() => setFocus(true)}
      onFocusOut={() => setFocus(false)}
    >
      <p>{note.words}</p>
      <button type="button" class="button" onClick={onOpen}>
        {note.place.thread === undefined ? "Open" : "Open thread"}
      </button>
      <IconButton icon="close" label="Close notification" onClick={onClose} />
    </li>
  );
}
