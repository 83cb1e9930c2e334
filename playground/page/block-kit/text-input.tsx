import type { JSX } from "preact";
import type { Control } from "./control.ts";
import { plainString } from "./plain-text.ts";

/** `plain_text_input`, and the inputs for addresses and numbers, which differ in what they accept. */
export function TextInput(props: Control): JSX.Element {
  const { element, value, onValue } = props;
  const most = element["max_length"];
  const least = element["min_length"];
  const shared = {
    id: props.id,
    class: "bk-input",
    value,
    placeholder: plainString(element["placeholder"]),
    "aria-required": !props.isOptional,
    "aria-invalid": props.isInvalid,
    "aria-describedby": props.describedBy,
    ...(typeof most === "number" && { maxLength: most }),
    ...(typeof least === "number" && { minLength: least }),
  };
  if (element["multiline"] === true) {
    return (
      <textarea {...shared} rows={4} onInput={(event) => onValue(event.currentTarget.value)} />
    );
  }
  return (
    <input
      {...shared}
      type="text"
      autocomplete="off"
      inputMode={element["type"] === "number_input" ? "decimal" : "text"}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}
