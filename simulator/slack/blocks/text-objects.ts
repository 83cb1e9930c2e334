import type { Check } from "./checks.ts";
import { bool, byType, oneOf, shape, text } from "./checks.ts";

// https://docs.slack.dev/reference/block-kit/composition-objects/text-object
const TEXT_MAX = 3000;

export function plainText(max: number = TEXT_MAX): Check {
  return byType({
    plain_text: shape({ type: text(1, 255), text: text(1, max) }, { emoji: bool }),
  });
}

export function anyText(max: number = TEXT_MAX): Check {
  return byType({
    plain_text: shape({ type: text(1, 255), text: text(1, max) }, { emoji: bool }),
    mrkdwn: shape({ type: text(1, 255), text: text(1, max) }, { verbatim: bool }),
  });
}

// https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
export const confirmObject: Check = shape(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf("primary", "danger") },
);

// https://docs.slack.dev/reference/block-kit/composition-objects/option-object
export function optionObject(withUrl: boolean): Check {
  return shape(
    { text: plainText(75), value: text(1, 150) },
    { description: plainText(75), ...(withUrl && { url: webUrl(3000) }) },
  );
}

/** An option of radio buttons, whose texts may be mrkdwn. */
export const richOption: Check = shape(
  { text: anyText(75), value: text(1, 150) },
  { description: anyText(75) },
);

const SCHEMES = new Set(["http:", "https:", "mailto:", "slack:", "tel:"]);

export function webUrl(max: number, schemes: ReadonlySet<string> = SCHEMES): Check {
  const length = text(1, max);
  return (value, at) => {
    const problems = length(value, at);
    if (problems.length > 0 || typeof value !== "string") return problems;
    const isUrl = URL.canParse(value) && schemes.has(new URL(value).protocol);
    return isUrl ? [] : [{ pointer: at, message: "invalid_url" }];
  };
}

export const imageUrl: Check = webUrl(3000, new Set(["http:", "https:"]));
