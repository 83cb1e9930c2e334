import type { JsonObject } from "./json.ts";
import { isObject, objectsOf } from "./json.ts";

export interface FoundButton {
  readonly blockId: unknown;
  readonly element: JsonObject;
}

/** The buttons of a message, in reading order. */
export function buttonsOf(blocks: readonly JsonObject[]): FoundButton[] {
  return blocks.flatMap((block) => {
    const elements = block["type"] === "actions" ? objectsOf(block["elements"]) : [];
    if (block["type"] === "section" && isObject(block["accessory"]))
      elements.push(block["accessory"]);
    return elements
      .filter((element) => element["type"] === "button")
      .map((element) => ({ blockId: block["block_id"], element }));
  });
}

/** The first button of that action, in that block where blocks share their actions. */
export function findButton(
  blocks: readonly JsonObject[],
  actionId: string | RegExp,
  blockId?: string,
): FoundButton {
  const buttons = buttonsOf(blocks).filter(
    (button) => blockId === undefined || button.blockId === blockId,
  );
  const found = buttons.find(({ element }) => matches(String(element["action_id"]), actionId));
  if (found !== undefined) return found;
  const there = buttons.map(({ element }) => element["action_id"]).join(", ");
  throw new Error(`no button ${String(actionId)} in this message; there are: ${there || "none"}`);
}

function matches(id: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? id === wanted : new RegExp(wanted).test(id);
}

/** A press as the entry of `actions` in a payload. */
export function actionOf({ blockId, element }: FoundButton, nowMs: number): JsonObject {
  const { action_id, text, value, style, url } = element;
  return {
    action_id,
    block_id: blockId,
    text,
    ...(value !== undefined && { value }),
    ...(style !== undefined && { style }),
    ...(url !== undefined && { url }),
    type: "button",
    action_ts: (nowMs / 1000).toFixed(6),
  };
}
