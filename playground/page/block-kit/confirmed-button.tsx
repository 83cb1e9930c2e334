import type { ComponentChildren, JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { isObject, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { PlainText, TextObject } from "./text-object.tsx";

/** A button that asks before it acts. */
export function ConfirmedButton(props: {
  class: string;
  confirm: JsonObject;
  onConfirm: () => void;
  kit: BlockKit;
  children: ComponentChildren;
}): JSX.Element {
  const { confirm, kit } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const act = (): void => {
    dialog.current?.close();
    props.onConfirm();
  };
  return (
    <>
      <button type="button" class={props.class} onClick={() => dialog.current?.showModal()}>
        {props.children}
      </button>
      <dialog ref={dialog} class="bk-confirm" aria-labelledby={id}>
        <p id={id} class="bk-confirm-title">
          <Words object={confirm["title"]} kit={kit} otherwise="Are you sure?" />
        </p>
        <TextObject object={confirm["text"]} kit={kit} />
        <div class="bk-confirm-buttons">
          <button type="button" class="bk-button" onClick={() => dialog.current?.close()}>
            <Words object={confirm["deny"]} kit={kit} otherwise="Cancel" />
          </button>
          <button
            type="button"
            class={`bk-button ${confirm["style"] === "danger" ? "bk-danger" : "bk-primary"}`}
            onClick={act}
          >
            <Words object={confirm["confirm"]} kit={kit} otherwise="Yes" />
          </button>
        </div>
      </dialog>
    </>
  );
}

function Words(props: { object: unknown; kit: BlockKit; otherwise: string }): JSX.Element {
  return isObject(props.object) ? (
    <PlainText object={props.object} kit={props.kit} />
  ) : (
    <>{props.otherwise}</>
  );
}
