import shortcodes from "emojibase-data/en/shortcodes/iamcal.json" with { type: "json" };

// Slack's names are those of iamcal/emoji-data.
const characters = new Map<string, string>();
const namesByCodes: Readonly<Record<string, string | readonly string[]>> = shortcodes;
for (const [codes, names] of Object.entries(namesByCodes)) {
  const character = characterOf(codes);
  for (const name of typeof names === "string" ? [names] : names) characters.set(name, character);
}

function characterOf(codes: string): string {
  const points = codes.split("-").map((code) => Number.parseInt(code, 16));
  const character = String.fromCodePoint(...points);
  // Without the selector, some would be drawn as black signs, such as ☺.
  const isSign = points.length === 1 && !/\p{Emoji_Presentation}/u.test(character);
  return isSign ? `${character}\u{fe0f}` : character;
}

const skinTones = ["\u{1f3fb}", "\u{1f3fc}", "\u{1f3fd}", "\u{1f3fe}", "\u{1f3ff}"];

/** @param tone 2 to 6, as in `:+1::skin-tone-2:` */
export function emojiNamed(name: string, tone?: number): string | undefined {
  const character = characters.get(name);
  if (character === undefined || tone === undefined) return character;
  const modifier = skinTones[tone - 2] ?? "";
  if (modifier === "") return undefined;
  const toned = character.replace(/(\p{Emoji_Modifier_Base})\u{fe0f}?/gu, `$1${modifier}`);
  return toned === character ? undefined : toned;
}

export interface FoundEmoji {
  readonly name: string;
  readonly character: string;
  /** How much of the text it takes. */
  readonly length: number;
}

const shortcode = /:([a-z0-9_+'-]{1,100}):(?::skin-tone-([2-6]):)?/y;

/** The shortcode at this place, where Slack has an emoji of that name: `12:01:33` has none. */
export function emojiAt(text: string, at: number): FoundEmoji | undefined {
  shortcode.lastIndex = at;
  const [whole, name, tone] = shortcode.exec(text) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  if (tone !== undefined) {
    const character = emojiNamed(name, Number(tone));
    if (character !== undefined) return { name, character, length: whole.length };
  }
  const character = emojiNamed(name);
  return character === undefined ? undefined : { name, character, length: name.length + 2 };
}
