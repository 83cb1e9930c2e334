import { isObject, stringOf, type JsonObject } from "../../../protocol/json.ts";

export type Values = Readonly<Record<string, string>>;

/** The action_id of every input of a modal, in its order. */
export function inputsIn(blocks: readonly JsonObject[]): readonly string[] {
  return blocks.flatMap(({ type, element }) => {
    const id = type === "input" && isObject(element) ? stringOf(element["action_id"]) : undefined;
    return id === undefined ? [] : [id];
  });
}

/** What a modal's inputs are and begin with: as long as this stays, so does what was typed. */
export interface Inputs {
  readonly ids: readonly string[];
  readonly initial: Values;
}

/** What was typed into a modal, and into which inputs. */
export interface Filled {
  readonly inputs: Inputs;
  readonly values: Values;
}

/** The values after the app changed the modal: what was typed stays where its input stays as it was. */
export function carriedOver(before: Inputs, values: Values, after: Inputs): Values {
  const carried: Record<string, string> = { ...after.initial };
  for (const id of after.ids) {
    const typed = values[id];
    const isSame = before.ids.includes(id) && before.initial[id] === after.initial[id];
    if (isSame && typed !== undefined) carried[id] = typed;
  }
  return carried;
}

export function sameInputs(one: Inputs, other: Inputs): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
