import type { JsonObject } from "../json.ts";
import { isObject, objectsOf } from "../json.ts";
import type { Check, Problem } from "./checks.ts";
import { also, bool, byType, list, oneOf, shape, text, whole } from "./checks.ts";
import {
  anyText,
  confirmObject,
  imageUrl,
  optionObject,
  richOption,
  plainText,
  webUrl,
} from "./text-objects.ts";

const type = text(1, 255);
const actionId = text(1, 255);

// https://docs.slack.dev/reference/block-kit/block-elements/button-element
const button = shape(
  { type, text: plainText(75) },
  {
    action_id: actionId,
    url: webUrl(3000),
    value: text(1, 2000),
    style: oneOf("primary", "danger"),
    confirm: confirmObject,
    accessibility_label: text(1, 75),
  },
);

const overflow = shape(
  { type, options: list(optionObject(true), 1, 5) },
  { action_id: actionId, confirm: confirmObject },
);

const selectFields = {
  action_id: actionId,
  placeholder: plainText(150),
  confirm: confirmObject,
  focus_on_load: bool,
};

/** What is chosen at first must be one of the options. */
function knownInitialOption(value: JsonObject, at: string): Problem[] {
  const initial = value["initial_option"];
  if (!isObject(initial)) return [];
  const holders = [value, ...objectsOf(value["option_groups"])];
  const options = holders.flatMap((holder) => objectsOf(holder["options"]));
  if (options.some((option) => option["value"] === initial["value"])) return [];
  return [{ pointer: `${at}/initial_option`, message: "must be one of the options" }];
}

const staticSelect = also(
  shape(
    { type },
    {
      ...selectFields,
      options: list(optionObject(false), 1, 100),
      option_groups: list(
        shape({ label: plainText(75), options: list(optionObject(false), 1, 100) }),
        1,
        100,
      ),
      initial_option: optionObject(false),
    },
  ),
  (value, at) =>
    (value["options"] === undefined) === (value["option_groups"] === undefined)
      ? [{ pointer: at, message: "must define either `options` or `option_groups`" }]
      : knownInitialOption(value, at),
);

// https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element: ten at most
const radioButtons = also(
  shape(
    { type, options: list(richOption, 1, 10) },
    {
      action_id: actionId,
      confirm: confirmObject,
      focus_on_load: bool,
      initial_option: richOption,
    },
  ),
  knownInitialOption,
);

const usersSelect = shape({ type }, { ...selectFields, initial_user: text(1, 255) });
const conversationsSelect = shape(
  { type },
  { ...selectFields, initial_conversation: text(1, 255), default_to_current_conversation: bool },
);
const channelsSelect = shape({ type }, { ...selectFields, initial_channel: text(1, 255) });

// https://docs.slack.dev/reference/block-kit/block-elements/image-element
export const imageElement: Check = also(
  shape(
    { type, alt_text: text(1, 2000) },
    { image_url: imageUrl, slack_file: shape({}, { id: text(1, 255), url: webUrl(3000) }) },
  ),
  (value, at) =>
    (value["image_url"] === undefined) === (value["slack_file"] === undefined)
      ? [{ pointer: at, message: "must define either `slack_file` or `image_url`" }]
      : [],
);

const interactive = {
  button,
  overflow,
  radio_buttons: radioButtons,
  static_select: staticSelect,
  users_select: usersSelect,
  conversations_select: conversationsSelect,
  channels_select: channelsSelect,
};

export const actionsElement: Check = byType(interactive);
export const accessory: Check = byType({ ...interactive, image: imageElement });

export const imageAccessory: Check = byType({ image: imageElement });

export const contextElement: Check = byType({
  image: imageElement,
  plain_text: anyText(),
  mrkdwn: anyText(),
});

const plainTextInput = shape(
  { type },
  {
    action_id: actionId,
    placeholder: plainText(150),
    initial_value: text(0, 3000),
    multiline: bool,
    min_length: whole,
    max_length: whole,
    focus_on_load: bool,
  },
);

/** Inputs of a modal. */
export const inputElement: Check = byType({
  plain_text_input: plainTextInput,
  radio_buttons: radioButtons,
  static_select: staticSelect,
  users_select: usersSelect,
  conversations_select: conversationsSelect,
  channels_select: channelsSelect,
});
