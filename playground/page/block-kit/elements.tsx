import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { stringOf, type JsonObject } from "../../protocol/json.ts";
import { Button } from "./button.tsx";
import { choicesOf, initialValueOf } from "./choices.ts";
import type { BlockKit } from "./context.ts";
import { ownValue, type Control } from "./control.ts";
import { ImageTile } from "./image-tile.tsx";
import { OverflowMenu } from "./overflow-menu.tsx";
import { plainString } from "./plain-text.ts";
import { RadioGroup } from "./radio-group.tsx";
import { SelectMenu } from "./select-menu.tsx";

export interface ElementProps {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly kit: BlockKit;
}

/** What stands beside a section or in an actions block. */
export function Element(props: ElementProps): JSX.Element {
  const { element, kit } = props;
  switch (element["type"]) {
    case "button":
    case "workflow_button":
      return <Button {...props} />;
    case "overflow":
      return <OverflowMenu {...props} />;
    case "image":
      return (
        <ImageTile alt={plainString({ text: element["alt_text"], emoji: false })} size="small" />
      );
    default:
      return element["type"] === "radio_buttons" || choicesOf(element, kit) !== undefined ? (
        <ActingControl {...props} />
      ) : (
        <p class="bk-quiet">An element of type {String(element["type"])}</p>
      );
  }
}

/** A control outside an input acts as soon as something is chosen. */
function ActingControl({ element, blockId, kit }: ElementProps): JSX.Element {
  const id = useId();
  const actionId = stringOf(element["action_id"]) ?? "";
  const control: Control = {
    element,
    kit,
    id,
    value: ownValue(kit.values, actionId) ?? initialValueOf(element) ?? "",
    onValue: (value) => {
      kit.onInput?.(actionId, value);
      kit.onAction?.({ blockId, actionId, value });
    },
    isOptional: true,
    isInvalid: false,
    describedBy: undefined,
    label: plainString(element["placeholder"]) || "Choose",
  };
  return element["type"] === "radio_buttons" ? (
    <RadioGroup {...control} legend={null} />
  ) : (
    <SelectMenu {...control} />
  );
}
