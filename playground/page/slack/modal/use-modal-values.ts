import { useState } from "preact/hooks";
import { initialValuesOf } from "../../block-kit/initial-values.ts";
import type { ViewRow } from "../../../protocol/rows.ts";
import {
  carriedOver,
  type Filled,
  inputsIn,
  sameInputs,
  type Inputs,
  type Values,
} from "../pure/modal-values.ts";

export interface ModalValues {
  readonly values: Values;
  readonly inputs: Inputs;
  readonly put: (actionId: string, value: string) => void;
}

/** What a person types into a modal, as long as its inputs stay what they are. */
export function useModalValues(view: ViewRow, filled: Map<string, Filled>): ModalValues {
  const [, setCount] = useState(0);
  const inputs: Inputs = { ids: inputsIn(view.blocks), initial: initialValuesOf(view.blocks) };
  const before = filled.get(view.id);
  const values =
    before === undefined ? inputs.initial : carriedOver(before.inputs, before.values, inputs);
  if (before === undefined || !sameInputs(before.inputs, inputs)) {
    filled.set(view.id, { inputs, values });
  }

  function put(actionId: string, value: string): void {
    const now = filled.get(view.id)?.values ?? values;
    filled.set(view.id, { inputs, values: { ...now, [actionId]: value } });
    setCount((count) => count + 1);
  }

  return { values, inputs, put };
}
