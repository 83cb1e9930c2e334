import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
} from "@slack/types";
import { buttonValue } from "./actions.ts";
import type { CardButton, CardImage, Row, Value } from "./card.ts";
import { limits } from "./limits.ts";
import { clipEscaped, foreignPlain } from "./text.ts";

/** Words of ours: they may hold markup, so whoever calls escapes what is not ours. */
function markup(text: string): MrkdwnElement {
  return { type: "mrkdwn", text, verbatim: true };
}

/** `emoji: false`, or Slack would read `12:01:33` as an emoji's name. */
function plain(text: string): PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

function element(value: Value, most: number): MrkdwnElement | PlainTextElement {
  if ("foreign" in value) return plain(foreignPlain(value.foreign, most));
  return markup(value.markup ?? clipEscaped(value.ours, most));
}

export function header(value: Value): HeaderBlock {
  const text = "foreign" in value ? value.foreign : value.ours;
  return { type: "header", text: plain(foreignPlain(text, limits.header)) };
}

export function section(value: Value): SectionBlock {
  const most = "foreign" in value ? limits.foreignBlock : limits.section;
  return { type: "section", text: element(value, most) };
}

const rowsInSection = limits.fields / 2;

/**
 * Rows as Slack's two columns: label on the left, value on the right. The value is an element of
 * its own, since only plain text is safe for foreign words and only markup shows a bold label.
 *
 * @param image stands beside the first rows; an image that can't be loaded does no harm there
 */
export function rows(list: readonly Row[], image?: CardImage): SectionBlock[] {
  const sections: SectionBlock[] = [];
  for (let from = 0; from < list.length; from += rowsInSection) {
    const fields = list
      .slice(from, from + rowsInSection)
      .flatMap(({ label, value }) => [
        markup(`*${clipEscaped(label, limits.field)}*`),
        element(value, limits.foreignValue),
      ]);
    sections.push({ type: "section", fields });
  }
  const first = sections[0];
  if (first !== undefined && image !== undefined) {
    first.accessory = {
      type: "image",
      image_url: image.url,
      alt_text: foreignPlain(image.alt, limits.imageAlt),
    };
  }
  return sections;
}

export function context(values: readonly Value[]): ContextBlock {
  return {
    type: "context",
    elements: values
      .slice(0, limits.contextElements)
      .map((value) => element(value, limits.foreignValue)),
  };
}

export function buttons(list: readonly CardButton[], roomId: string): ActionsBlock {
  return {
    type: "actions",
    elements: list.map(({ action, label, seen }): Button => ({
      type: "button",
      action_id: action,
      text: plain(label),
      value: buttonValue(roomId, seen),
    })),
  };
}
