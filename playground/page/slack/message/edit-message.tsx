import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MessageRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { useSlackView } from "../parts/slack-view.ts";
import { typedText } from "../pure/plain-text.ts";
import { surplusWords } from "../pure/text-limit.ts";

interface EditMessageProps {
  readonly message: MessageRow;
  readonly onDone: () => void;
}

/** A message of one's own, in place. Enter saves, Escape leaves it as it was. */
export function EditMessage({ message, onDone }: EditMessageProps): JSX.Element {
  const { state, send } = usePlayground();
  const { names } = useSlackView();
  const { channel, ts } = message;
  const before = typedText(message.text, {
    ...names,
    // What is saved is read anew, and there a handle is what names a person.
    user: (id) => state.user.get(id)?.name,
  });
  const [text, setText] = useState(before);
  const field = useRef<HTMLTextAreaElement>(null);
  const surplusId = useId();
  const wanted = text.trim();
  const surplus = surplusWords(wanted);
  const canSave = wanted !== "" && surplus === undefined;

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(before.length, before.length);
    // The caret goes there once, when the field opens.
  }, []);

  function leave(): void {
    const article = field.current?.closest("article");
    onDone();
    article?.focus();
  }

  async function save(): Promise<void> {
    if (!canSave) return;
    if (wanted === before) return leave();
    const result = await send({ kind: "edit", channel, ts, text: wanted });
    if (result.ok) leave();
  }

  return (
    <form
      class="slack-edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        ref={field}
        class="slack-edit-text"
        aria-label="Edit message"
        rows={Math.min(8, text.split("\n").length)}
        value={text}
        {...(surplus === undefined ? {} : { "aria-invalid": true, "aria-describedby": surplusId })}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.preventDefault();
            leave();
          } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <div class="slack-edit-foot">
        {surplus !== undefined && (
          <span id={surplusId} class="slack-composer-surplus">
            {surplus}
          </span>
        )}
        <button type="button" class="button" onClick={leave}>
          Cancel
        </button>
        <button type="submit" class="button primary" disabled={!canSave}>
          Save
        </button>
      </div>
    </form>
  );
}
