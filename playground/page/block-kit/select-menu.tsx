import type { JSX } from "preact";
import { choicesOf, type ChoiceGroup } from "./choices.ts";
import type { Control } from "./control.ts";
import { plainString } from "./plain-text.ts";

export function SelectMenu(props: Control): JSX.Element {
  const groups = choicesOf(props.element, props.kit) ?? [];
  const placeholder = plainString(props.element["placeholder"]) || "Choose";
  return (
    <select
      id={props.id}
      class="bk-select"
      value={props.value}
      aria-label={props.label}
      aria-required={!props.isOptional}
      aria-invalid={props.isInvalid}
      aria-describedby={props.describedBy}
      onChange={(event) => props.onValue(event.currentTarget.value)}
    >
      <option value="">{placeholder}</option>
      {groups.map((group) =>
        group.label === undefined ? (
          <Choices group={group} chosen={props.value} />
        ) : (
          <optgroup label={group.label}>
            <Choices group={group} chosen={props.value} />
          </optgroup>
        ),
      )}
    </select>
  );
}

function Choices({ group, chosen }: { group: ChoiceGroup; chosen: string }): JSX.Element {
  return (
    <>
      {group.choices.map(({ value, text }) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </>
  );
}
