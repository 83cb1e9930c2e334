import { isObject, objectsOf, stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { plainString } from "./plain-text.ts";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface ChoiceGroup {
  readonly label?: string;
  readonly choices: readonly Choice[];
}

/** What a select offers; undefined: it is no select that we know. */
export function choicesOf(element: JsonObject, kit: BlockKit): readonly ChoiceGroup[] | undefined {
  const users = (kit.options?.users ?? []).map(({ id, name }) => ({ value: id, text: name }));
  const channels = (kit.options?.channels ?? []).map(({ id, name }) => ({
    value: id,
    text: `#${name}`,
  }));
  switch (element["type"]) {
    case "static_select": {
      const groups = objectsOf(element["option_groups"]).map((group) => ({
        label: plainString(group["label"]),
        choices: optionsOf(group),
      }));
      return groups.length > 0 ? groups : [{ choices: optionsOf(element) }];
    }
    case "users_select":
      return [{ choices: users }];
    case "channels_select":
      return [{ choices: channels }];
    case "conversations_select":
      return [{ choices: [...channels, ...users] }];
    default:
      return undefined;
  }
}

function optionsOf(holder: JsonObject): readonly Choice[] {
  return objectsOf(holder["options"]).map((option) => ({
    value: stringOf(option["value"]) ?? "",
    text: plainString(option["text"]),
  }));
}

/** What is chosen or filled in before anybody touched it. */
export function initialValueOf(element: JsonObject): string | undefined {
  const option = element["initial_option"];
  const values = [
    element["initial_value"],
    isObject(option) ? option["value"] : undefined,
    element["initial_user"],
    element["initial_channel"],
    element["initial_conversation"],
  ];
  return values.map(stringOf).find((value) => value !== undefined);
}
