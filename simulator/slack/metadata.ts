import type { JsonObject } from "./json.ts";
import { isObject, parseJson } from "./json.ts";

// https://docs.slack.dev/messaging/message-metadata: what apps tell each other with a message, unseen.
// Slack names no size; other sources tell of 16 KB.
const MOST_CHARACTERS = 16_000;

export type MetadataResult =
  | { readonly ok: true; readonly metadata: JsonObject | undefined }
  | { readonly ok: false; readonly error: string };

/** Reads the metadata of a post, where there is any. The errors are those of chat.postMessage. */
export function readMetadata(value: unknown): MetadataResult {
  if (value === undefined || value === null || value === "")
    return { ok: true, metadata: undefined };
  const metadata = typeof value === "string" ? parseJson(value) : value;
  if (!isObject(metadata)) return { ok: false, error: "invalid_metadata_format" };
  const { event_type: type, event_payload: payload } = metadata;
  if (typeof type !== "string" || !/^\w+$/.test(type) || !isObject(payload)) {
    return { ok: false, error: "invalid_metadata_schema" };
  }
  if (JSON.stringify(metadata).length > MOST_CHARACTERS) {
    return { ok: false, error: "metadata_too_large" };
  }
  return { ok: true, metadata };
}
