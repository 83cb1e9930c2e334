import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Blocks } from "../../block-kit/blocks.tsx";
import type { ActResult } from "../../../protocol/acts.ts";
import type { ViewRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Dialog } from "../parts/dialog.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import type { Filled } from "../pure/modal-values.ts";
import { useModalValues } from "./use-modal-values.ts";

interface ModalProps {
  readonly view: ViewRow;
  readonly filled: Map<string, Filled>;
}

/** A modal of the app's. It goes away when the app or Slack takes its row away. */
export function Modal({ view, filled }: ModalProps): JSX.Element {
  const { send } = usePlayground();
  const { kit } = useSlackView();
  const { values, inputs, put } = useModalValues(view, filled);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<ActResult>();
  const form = useRef<HTMLFormElement>(null);
  const errors = result?.ok === true ? result.errors : undefined;
  const isFilledIn = inputs.ids.length > 0;

  // What was said of one content does not hold for the next.
  useEffect(() => setResult(undefined), [view.blocks]);
  useEffect(() => {
    if (errors === undefined) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  async function submit(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setResult(undefined);
    setResult(await send({ kind: "submit-view", view: view.id, values }));
    setBusy(false);
  }

  return (
    <Dialog title={view.title} onClose={() => void send({ kind: "close-view", view: view.id })}>
      <form
        ref={form}
        class="slack-modal"
        noValidate
        aria-busy={isBusy}
        onSubmit={(event) => {
          event.preventDefault();
          if (view.submit !== undefined) void submit();
        }}
      >
        {/* An answer that takes the place of a form is read out; a form that changes is not. */}
        <div
          class="slack-dialog-body"
          aria-live={isFilledIn ? "off" : "polite"}
          tabIndex={0}
          role="group"
          aria-label={view.title}
        >
          <Blocks
            blocks={view.blocks}
            headingLevel={3}
            kit={{
              ...kit,
              values,
              onInput: put,
              ...(errors === undefined ? {} : { errors }),
              onAction: ({ blockId, actionId }) =>
                void send({ kind: "press-in-view", view: view.id, blockId, actionId }),
            }}
          />
        </div>
        <div class="slack-dialog-foot">
          <Notice result={result} isBusy={isBusy} />
          <button
            type="button"
            class="button"
            onClick={() => void send({ kind: "close-view", view: view.id })}
          >
            {view.close}
          </button>
          {view.submit !== undefined && (
            <button type="submit" class="button primary" aria-disabled={isBusy}>
              {view.submit}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

interface NoticeProps {
  readonly result: ActResult | undefined;
  readonly isBusy: boolean;
}

function Notice({ result, isBusy }: NoticeProps): JSX.Element {
  const problem = result?.ok === false ? result.error : result?.notice;
  return (
    <p
      class={problem === undefined ? "slack-dialog-notice" : "slack-dialog-notice is-problem"}
      role="status"
    >
      {problem ?? (isBusy ? "Sending…" : "")}
    </p>
  );
}
