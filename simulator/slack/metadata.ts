import type { JsonObject } from "./json.ts";
import { isObject, parseJson } from "./json.ts";

// https://docs.slack.dev/messaging/message-metadata: what apps tell each other with a message, unseen.
// Who edits a message and says nothing of it leaves it as it is.
// https://docs.slack.dev/reference/methods/chat.update

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
  return { ok: true, metadata };
}
