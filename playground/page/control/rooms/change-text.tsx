import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ActResult } from "../../../protocol/acts.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<ActResult>;
  readonly onClose: () => void;
}

/** One text of a room. What is typed stays when saving fails. */
export function ChangeText({ label, value, onSave, onClose }: Props): JSX.Element {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  // Before the next key is typed.
  useLayoutEffect(() => input.current?.select(), []);

  async function save(): Promise<void> {
    const { ok } = await onSave(text);
    if (ok) onClose();
  }

  return (
    <form
      class="change-text"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <label class="labelled">
        {label}
        <input
          ref={input}
          class="field"
          autoComplete="off"
          maxLength={100}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary">
        Save
      </button>
      <button type="button" class="button" onClick={onClose}>
        Cancel
      </button>
    </form>
  );
}
