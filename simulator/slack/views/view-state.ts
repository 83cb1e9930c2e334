import type { JsonObject } from "../json.ts";
import { isObject, objectsOf, stringOf } from "../json.ts";
import type { View } from "./view.ts";

/** What a person typed or chose, by the action_id or the block_id of its input. */
export type Values = Readonly<Record<string, string>>;

interface Input {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly value: string | undefined;
}

/**
 * `view.state.values` as Slack sends it.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function stateOf(view: View, values: Values): JsonObject {
  const state: Record<string, JsonObject> = {};
  for (const { block, element, value } of inputsOf(view, values)) {
    state[String(block["block_id"])] = {
      [String(element["action_id"])]: stateValue(element, value),
    };
  }
  return state;
}

/** The client sends nothing before these are right: a breach is a mistake of the test. */
export function demandComplete(view: View, values: Values): void {
  for (const { block, element, value = "" } of inputsOf(view, values)) {
    const name = String(element["action_id"]);
    if (value === "" && block["optional"] !== true) throw new Error(`${name} must be filled in`);
    const length = [...value].length;
    if (length > Number(element["max_length"] ?? 3000)) throw new Error(`${name} is too long`);
    if (value !== "" && length < Number(element["min_length"] ?? 0)) {
      throw new Error(`${name} is too short`);
    }
  }
}

export function inputBlockIds(view: View): Set<string> {
  return new Set(inputsOf(view, {}).map(({ block }) => String(block["block_id"])));
}

function inputsOf(view: View, values: Values): Input[] {
  const unknown = new Set(Object.keys(values));
  const inputs = view.blocks.flatMap((block): Input[] => {
    const { element, block_id } = block;
    if (block["type"] !== "input" || !isObject(element)) return [];
    const names = [String(element["action_id"]), String(block_id)];
    const name = names.find((candidate) => Object.hasOwn(values, candidate));
    if (name !== undefined) unknown.delete(name);
    const value = name === undefined ? initialOf(element) : values[name];
    return [{ block, element, value }];
  });
  if (unknown.size > 0) throw new Error(`no input ${[...unknown].join(", ")} in this view`);
  return inputs;
}

function initialOf(element: JsonObject): string | undefined {
  const option = element["initial_option"];
  return stringOf(isObject(option) ? option["value"] : element["initial_value"]);
}

function stateValue(element: JsonObject, value: string | undefined): JsonObject {
  const type = element["type"];
  if (type === "plain_text_input") return { type, value: value || null };
  if (type === "static_select" || type === "radio_buttons") {
    return { type, selected_option: value ? optionOf(element, value) : null };
  }
  const selected = String(type).replace(/s_select$/u, "");
  return { type, [`selected_${selected}`]: value || null };
}

function optionOf(element: JsonObject, value: string): JsonObject {
  const groups = objectsOf(element["option_groups"]);
  const options = [element, ...groups].flatMap((holder) => objectsOf(holder["options"]));
  const found = options.find((option) => option["value"] === value);
  if (found !== undefined) return found;
  const there = options.map((option) => option["value"]).join(", ");
  throw new Error(`no option ${value} to choose; there are: ${there}`);
}
