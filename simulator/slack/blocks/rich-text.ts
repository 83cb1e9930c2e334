import type { Check } from "./checks.ts";
import { bool, byType, list, oneOf, shape, text, whole } from "./checks.ts";
import { webUrl } from "./text-objects.ts";

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

const type = text(1, 255);
const id = text(1, 255);
const style = shape({}, { bold: bool, italic: bool, strike: bool, code: bool, underline: bool });
const MANY = 1000;

const words: Record<string, Check> = {
  text: shape({ type, text: text(1, 12_000) }, { style }),
  link: shape({ type, url: webUrl(3000) }, { text: text(0, 12_000), style, unsafe: bool }),
};

const inline: Record<string, Check> = {
  ...words,
  user: shape({ type, user_id: id }, { style }),
  usergroup: shape({ type, usergroup_id: id }, { style }),
  channel: shape({ type, channel_id: id }, { style }),
  broadcast: shape({ type, range: oneOf("here", "channel", "everyone") }, { style }),
  emoji: shape({ type, name: text(1, 255) }, { unicode: text(1, 255), style, skin_tone: whole }),
  date: shape(
    { type, timestamp: whole, format: text(1, 255) },
    { url: webUrl(3000), fallback: text(1, 3000), style },
  ),
};

const section = shape({ type, elements: list(byType(inline), 0, MANY) });
const sections = byType({ rich_text_section: section });

export const richText: Check = shape(
  {
    type,
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_list: shape(
          { type, style: oneOf("bullet", "ordered"), elements: list(sections, 0, MANY) },
          { indent: whole, border: whole, offset: whole },
        ),
        rich_text_quote: shape(
          { type, elements: list(byType(inline), 0, MANY) },
          { border: whole },
        ),
        rich_text_preformatted: shape(
          { type, elements: list(byType(words), 0, MANY) },
          { border: whole, language: text(1, 255) },
        ),
      }),
      1,
      MANY,
    ),
  },
  { block_id: text(1, 255) },
);
