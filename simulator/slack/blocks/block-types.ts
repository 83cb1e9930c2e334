import type { Check } from "./checks.ts";
import { also, bool, byType, list, shape, text } from "./checks.ts";
import {
  accessory,
  actionsElement,
  contextElement,
  imageAccessory,
  inputElement,
} from "./elements.ts";
import { richText } from "./rich-text.ts";
import { anyText, imageUrl, plainText, webUrl } from "./text-objects.ts";

// https://docs.slack.dev/reference/block-kit/blocks

const type = text(1, 255);
const blockId = { block_id: text(1, 255) };

const sectionWith = (beside: Check): Check =>
  also(
    shape(
      { type },
      {
        ...blockId,
        text: anyText(3000),
        fields: list(anyText(2000), 1, 10),
        accessory: beside,
        expand: bool,
      },
    ),
    (value, at) =>
      value["text"] === undefined && value["fields"] === undefined
        ? [{ pointer: at, message: "must define either `text` or `fields`" }]
        : [],
  );

const image = also(
  shape(
    { type, alt_text: text(1, 2000) },
    {
      ...blockId,
      title: plainText(2000),
      image_url: imageUrl,
      slack_file: shape({}, { id: text(1, 255), url: webUrl(3000) }),
    },
  ),
  (value, at) =>
    (value["image_url"] === undefined) === (value["slack_file"] === undefined)
      ? [{ pointer: at, message: "must define either `slack_file` or `image_url`" }]
      : [],
);

const still = {
  image,
  header: shape({ type, text: plainText(150) }, blockId),
  divider: shape({ type }, blockId),
  context: shape({ type, elements: list(contextElement, 1, 10) }, blockId),
};

const everywhere = {
  ...still,
  section: sectionWith(accessory),
  actions: shape({ type, elements: list(actionsElement, 1, 25) }, blockId),
  rich_text: richText,
};

const input = shape(
  { type, label: plainText(2000), element: inputElement },
  { ...blockId, hint: plainText(2000), optional: bool, dispatch_action: bool },
);

/** A message holds no inputs; a modal does. */
export const messageBlock: Check = byType(everywhere);
export const modalBlock: Check = byType({ ...everywhere, input });
/**
 * An unfurl holds nothing to press or to choose: see getsentry/sentry#101342. Rich text was refused
 * there too (slackapi/java-slack-sdk#948); whether it still is, Slack doesn't say.
 */
export const unfurlBlock: Check = byType({ ...still, section: sectionWith(imageAccessory) });
