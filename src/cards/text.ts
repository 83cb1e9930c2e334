/**
 * Makes foreign text harmless. Slack's markup needs `& < >` escaped; control and format characters
 * and line separators are taken out, since they hide or reorder what follows. Of the format
 * characters, the two joiners that emoji and Persian need (U+200C, U+200D) stay.
 */
const unprintable =
  /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]+/gu;

export function clean(text: string): string {
  return text.toWellFormed().replace(unprintable, " ").trim();
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? "");
}

/** Slack turns a bare address into a link; an invisible joiner behind its scheme keeps it text. */
function unlink(text: string): string {
  return text.replace(/:(?=\/\/)|mailto:|tel:/gi, "$&\u2060");
}

/**
 * Escapes and clips, in this order of care: the escaped text is at most `most` UTF-16 units long,
 * and neither a code point nor an entity is cut in two.
 */
export function clipEscaped(text: string, most: number): string {
  // Escaping only adds: what is too long as it is need not be escaped to know.
  const whole = text.length <= most ? escapeMarkup(text) : undefined;
  if (whole !== undefined && whole.length <= most) return whole;
  let clipped = "";
  for (const character of text) {
    const next = escapeMarkup(character);
    if (clipped.length + next.length + 1 > most) break;
    clipped += next;
  }
  return `${clipped}…`;
}

/** Foreign text for a `plain_text` object, where no markup but entities is read. */
export function foreignPlain(text: string, most: number): string {
  return clipEscaped(orBlank(clean(text)), most);
}

/** Foreign text for top-level `text`, which Slack reads as markup. */
export function foreignInText(text: string, most: number): string {
  return clipEscaped(unlink(orBlank(clean(text))), most);
}

/** Slack refuses an empty text, and a reader takes an invisible one for a mistake. */
function orBlank(text: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? text : "(blank)";
}
