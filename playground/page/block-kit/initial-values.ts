import { isObject, stringOf, type JsonObject } from "../../protocol/json.ts";
import { initialValueOf } from "./choices.ts";

/** What the inputs of a view hold when it opens, by action_id. */
export function initialValuesOf(blocks: readonly JsonObject[]): Record<string, string> {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const element = block["element"];
      if (block["type"] !== "input" || !isObject(element)) return [];
      const actionId = stringOf(element["action_id"]);
      const value = initialValueOf(element);
      return actionId === undefined || value === undefined ? [] : [[actionId, value] as const];
    }),
  );
}
