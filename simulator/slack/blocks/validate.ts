import { isObject, objectsOf } from "../json.ts";
import { messageBlock, modalBlock, unfurlBlock } from "./block-types.ts";
import type { Check, Problem } from "./checks.ts";
import { lengthOf, list } from "./checks.ts";
import { duplicateIds } from "./ids.ts";
import type { Reachable } from "./images.ts";
import { onTheInternet, unreachableImages } from "./images.ts";

export type Surface = "message" | "modal" | "unfurl";

const SURFACES: Record<Surface, Check> = {
  message: list(messageBlock, 0, 50),
  modal: list(modalBlock, 0, 100),
  unfurl: list(unfurlBlock, 0, 50),
};

/** Everything that Slack would refuse about these blocks; empty when it would take them. */
export function validateBlocks(
  blocks: unknown,
  surface: Surface = "message",
  reachable: Reachable = onTheInternet,
): Problem[] {
  const problems = SURFACES[surface](blocks, "/blocks");
  if (problems.length > 0) return problems;
  const objects = objectsOf(blocks);
  return [...duplicateIds(objects), ...unreachableImages(objects, reachable)];
}

/** A problem as `response_metadata.messages` words it. */
export function describeProblem({ pointer, message }: Problem): string {
  return `${message} [json-pointer:${pointer}]`;
}

/** All characters that a reader would see in blocks: texts, fields, labels, alternative texts. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [name, field]) => sum + lengthOfField(name, field), 0);
}

function lengthOfField(name: string, field: unknown): number {
  if (typeof field !== "string") return textLength(field);
  return name === "text" || name === "alt_text" ? lengthOf(field) : 0;
}
