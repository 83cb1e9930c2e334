import type { JsonObject } from "../json.ts";
import { isObject, parseJson, stringOf } from "../json.ts";

export type Arguments =
  | { readonly token: string | undefined; readonly args: JsonObject }
  | { readonly error: string };

/**
 * Arguments from a form or from JSON. A token may come in a form or in the header; one in a JSON body
 * counts for nothing. https://docs.slack.dev/apis/web-api/using-the-web-api
 */
export function readArguments(contentType: string, authorization: string, body: string): Arguments {
  const bearer = /^Bearer (\S+)$/u.exec(authorization)?.[1];
  const type = contentType.split(";")[0]?.trim() ?? "";
  if (type === "application/x-www-form-urlencoded" || (type === "" && body === "")) {
    const { token, ...args }: JsonObject = Object.fromEntries(new URLSearchParams(body));
    return { token: bearer ?? stringOf(token), args };
  }
  if (type === "") return { error: "missing_post_type" };
  if (type !== "application/json") return { error: "invalid_post_type" };
  const parsed = parseJson(body);
  if (parsed === undefined) return { error: "invalid_json" };
  if (!isObject(parsed)) return { error: "json_not_object" };
  const { token: _ignored, ...args } = parsed;
  return { token: bearer, args };
}
