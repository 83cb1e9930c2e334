import type { Reachable } from "./blocks/images.ts";
import { lengthOf } from "./blocks/checks.ts";
import { describeProblem, textLength, validateBlocks } from "./blocks/validate.ts";
import type { JsonObject } from "./json.ts";
import { isObject, objectsOf, parseJson, stringOf } from "./json.ts";

// Slack documents 4,000 characters as good manners and cuts at 40,000; a post whose texts together go
// past about this many is refused.
export const MOST_TEXT = 12_000;

/** What a post says; a field is undefined where the sender left it out. */
export interface Content {
  readonly text: string | undefined;
  readonly blocks: readonly JsonObject[] | undefined;
  readonly attachments: readonly JsonObject[] | undefined;
  readonly raw: JsonObject;
}

export type ContentResult =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

function refuse(error: string, messages: readonly string[] = []): ContentResult {
  return { ok: false, error, messages };
}

/** Reads and judges text, blocks and attachments of a post, whichever way it came. */
export function readContent(raw: JsonObject, reachable?: Reachable): ContentResult {
  const text = stringOf(raw["text"]);
  const blocks = decoded(raw["blocks"]);
  if (blocks !== undefined && !(Array.isArray(blocks) && blocks.every(isObject))) {
    return refuse("invalid_blocks_format");
  }
  const attachments = decoded(raw["attachments"]);
  if (attachments !== undefined && !Array.isArray(attachments))
    return refuse("invalid_attachments");

  const problems = blocks === undefined ? [] : validateBlocks(blocks, "message", reachable);
  if (problems.length > 0) return refuse("invalid_blocks", problems.map(describeProblem));

  if (!text && isEmpty(blocks) && isEmpty(attachments)) return refuse("no_text");
  if (lengthOf(text ?? "") > MOST_TEXT) return refuse("msg_too_long");
  if (lengthOf(text ?? "") + textLength(blocks) > MOST_TEXT) return refuse("msg_blocks_too_long");

  return {
    ok: true,
    content: {
      text,
      blocks: blocks && objectsOf(blocks),
      attachments: attachments && objectsOf(attachments),
      raw,
    },
  };
}

function isEmpty(part: readonly unknown[] | undefined): boolean {
  return part === undefined || part.length === 0;
}

/** A form carries blocks as JSON text, a JSON body carries them as they are. */
function decoded(value: unknown): unknown {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? (parseJson(value) ?? value) : value;
}
