import { modalBlock } from "../blocks/block-types.ts";
import type { Check } from "../blocks/checks.ts";
import { also, bool, list, shape, text } from "../blocks/checks.ts";
import { duplicateIds } from "../blocks/ids.ts";
import { plainText } from "../blocks/text-objects.ts";
import { describeProblem } from "../blocks/validate.ts";
import type { JsonObject } from "../json.ts";
import { isObject, objectsOf, parseJson } from "../json.ts";
import type { View } from "./view.ts";

const MOST_BYTES = 250_000;

const everywhere = {
  private_metadata: text(0, 3000),
  callback_id: text(0, 255),
  external_id: text(0, 255),
};

const withUniqueIds = (check: Check): Check =>
  also(check, (value, at) =>
    duplicateIds(objectsOf(value["blocks"])).map(({ pointer, message }) => ({
      pointer: at + pointer,
      message,
    })),
  );

// https://docs.slack.dev/reference/views/modal-views
const modal: Check = also(
  shape(
    { type: text(1, 255), title: plainText(24), blocks: list(modalBlock, 0, 100) },
    {
      ...everywhere,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: bool,
      notify_on_close: bool,
      submit_disabled: bool,
    },
  ),
  (value, at) => {
    const hasInput = objectsOf(value["blocks"]).some((block) => block["type"] === "input");
    const isMissing = hasInput && value["submit"] === undefined;
    return isMissing ? [{ pointer: at, message: "missing required field: submit" }] : [];
  },
);

// https://docs.slack.dev/reference/views/home-tab-views
const home: Check = shape({ type: text(1, 255), blocks: list(modalBlock, 0, 100) }, everywhere);

const CHECKS: Record<View["type"], Check> = {
  modal: withUniqueIds(modal),
  home: withUniqueIds(home),
};

export type ViewResult =
  | { readonly ok: true; readonly content: JsonObject }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

/** Reads and judges a view, whichever way it came: as an object, or as JSON text in a form. */
export function readView(given: unknown, type: View["type"]): ViewResult {
  const view = typeof given === "string" ? parseJson(given) : given;
  if (!isObject(view) || view["type"] !== type) {
    return { ok: false, error: "invalid_arguments", messages: [] };
  }
  if (Buffer.byteLength(JSON.stringify(view)) > MOST_BYTES) {
    return { ok: false, error: "view_too_large", messages: [] };
  }
  const messages = CHECKS[type](view, "/view").map(describeProblem);
  if (messages.length > 0) return { ok: false, error: "invalid_arguments", messages };
  return { ok: true, content: view };
}
