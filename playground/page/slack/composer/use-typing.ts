import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface Typing {
  readonly text: string;
  /** undefined while the field has no focus, or something is selected. */
  readonly caret: number | undefined;
  readonly type: (text: string, caret?: number) => void;
  /** To be called whenever the caret may have moved. */
  readonly lookAtCaret: () => void;
  readonly leave: () => void;
}

/** The text of a composer and the place of its caret. Text that is not sent waits in `drafts`. */
export function useTyping(
  field: RefObject<HTMLTextAreaElement | null>,
  drafts: Map<string, string>,
  draftKey: string,
): Typing {
  const [text, setText] = useState(() => drafts.get(draftKey) ?? "");
  const [caret, setCaret] = useState<number>();
  const wanted = useRef<number | undefined>(undefined);

  useEffect(() => {
    // Whoever chooses outside, whose eyes the page has or which tab is shown, is not done there.
    if (document.activeElement?.matches("select, [role=tab]") === true) return;
    field.current?.focus();
  }, [field]);

  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });

  function type(next: string, at?: number): void {
    if (next === "") drafts.delete(draftKey);
    else drafts.set(draftKey, next);
    wanted.current = at;
    setText(next);
    if (at !== undefined) setCaret(at);
  }

  function lookAtCaret(): void {
    const { selectionStart, selectionEnd } = field.current ?? {};
    setCaret(selectionStart === selectionEnd ? selectionStart : undefined);
  }

  return { text, caret, type, lookAtCaret, leave: () => setCaret(undefined) };
}
