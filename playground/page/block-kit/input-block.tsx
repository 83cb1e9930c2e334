import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { isObject, stringOf, type JsonObject } from "../../protocol/json.ts";
import { choicesOf, initialValueOf } from "./choices.ts";
import type { BlockKit } from "./context.ts";
import { ownValue, type Control } from "./control.ts";
import { RadioGroup } from "./radio-group.tsx";
import { SelectMenu } from "./select-menu.tsx";
import { PlainText } from "./text-object.tsx";
import { TextInput } from "./text-input.tsx";

export function InputBlock({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  const id = useId();
  const element = isObject(block["element"]) ? block["element"] : {};
  const actionId = stringOf(element["action_id"]) ?? "";
  const error = ownValue(kit.errors, stringOf(block["block_id"]) ?? "");
  const hasHint = isObject(block["hint"]);
  const notes = [error !== undefined && `${id}-error`, hasHint && `${id}-hint`];
  const control: Control = {
    element,
    kit,
    id,
    value: ownValue(kit.values, actionId) ?? initialValueOf(element) ?? "",
    onValue: (value) => kit.onInput?.(actionId, value),
    isOptional: block["optional"] === true,
    isInvalid: error !== undefined,
    describedBy: notes.filter(Boolean).join(" ") || undefined,
  };
  return (
    <div class="bk-field-group">
      <LabelledControl control={control} label={<Label block={block} kit={kit} />} />
      {error !== undefined && (
        <p id={`${id}-error`} class="bk-error">
          {error}
        </p>
      )}
      {hasHint && (
        <p id={`${id}-hint`} class="bk-hint">
          <PlainText object={block["hint"]} kit={kit} />
        </p>
      )}
    </div>
  );
}

function LabelledControl(props: { control: Control; label: ComponentChildren }): JSX.Element {
  const { control, label } = props;
  const type = String(control.element["type"]);
  if (type === "radio_buttons") {
    return <RadioGroup {...control} legend={<legend class="bk-label">{label}</legend>} />;
  }
  const isSelect = choicesOf(control.element, control.kit) !== undefined;
  if (!isSelect && !type.endsWith("_input")) {
    return (
      <p class="bk-quiet">
        {label}: an input of type {type}
      </p>
    );
  }
  return (
    <>
      <label class="bk-label" for={control.id}>
        {label}
      </label>
      {isSelect ? <SelectMenu {...control} /> : <TextInput {...control} />}
    </>
  );
}

function Label({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  return (
    <>
      <PlainText object={block["label"]} kit={kit} />
      {block["optional"] === true && <span class="bk-soft"> (optional)</span>}
    </>
  );
}
