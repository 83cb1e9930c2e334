import type { ComponentChildren, JSX } from "preact";
import { isObject, objectsOf, stringOf } from "../../protocol/json.ts";
import type { Control } from "./control.ts";
import { TextObject } from "./text-object.tsx";

/** The legend comes from the block. */
export function RadioGroup(props: Control & { legend: ComponentChildren }): JSX.Element {
  return (
    <fieldset
      class="bk-radios"
      aria-describedby={props.describedBy}
      {...(props.label !== undefined && { "aria-label": props.label })}
    >
      {props.legend}
      {objectsOf(props.element["options"]).map((option) => {
        const value = stringOf(option["value"]) ?? "";
        return (
          <label class="bk-radio">
            <input
              type="radio"
              name={props.id}
              value={value}
              checked={value === props.value}
              aria-invalid={props.isInvalid}
              onChange={() => props.onValue(value)}
            />
            <span>
              <TextObject object={option["text"]} kit={props.kit} />
              {isObject(option["description"]) && (
                <span class="bk-soft">
                  <TextObject object={option["description"]} kit={props.kit} />
                </span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
