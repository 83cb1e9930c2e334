import type { JsonObject } from "../json.ts";
import { isObject, objectsOf } from "../json.ts";
import type { Problem } from "./checks.ts";

/** block_id is unique in a message, action_id within its block. */
export function duplicateIds(blocks: readonly JsonObject[]): Problem[] {
  const problems: Problem[] = [];
  const blockIds = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    const at = `/blocks/${index}`;
    const blockId = block["block_id"];
    if (typeof blockId === "string") {
      if (blockIds.has(blockId)) {
        problems.push({
          pointer: `${at}/block_id`,
          message: `block_id "${blockId}" already exists`,
        });
      }
      blockIds.add(blockId);
    }
    problems.push(...duplicateActions(block, at));
  }
  return problems;
}

function duplicateActions(block: JsonObject, at: string): Problem[] {
  const elements = objectsOf(block["elements"]);
  if (isObject(block["accessory"])) elements.push(block["accessory"]);
  const seen = new Set<unknown>();
  const problems: Problem[] = [];
  for (const element of elements) {
    const actionId = element["action_id"];
    if (typeof actionId !== "string") continue;
    if (seen.has(actionId)) {
      problems.push({ pointer: at, message: `action_id "${actionId}" already exists` });
    }
    seen.add(actionId);
  }
  return problems;
}
