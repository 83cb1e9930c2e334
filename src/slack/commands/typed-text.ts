/**
 * What people type or paste, brought back to what they meant: Slack's entities, full-width
 * characters of Asian keyboards, blanks of other kinds, curly quotes, the dash that phones make
 * of two hyphens. Nothing else is changed, since an ID may hold almost anything.
 */
export function unescapeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) =>
    name === "amp" ? "&" : name === "lt" ? "<" : ">",
  );
}

const fullWidthShift = 0xff01 - 0x21;

export function plainCharacters(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - fullWidthShift),
    )
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n]/g, " ")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/(^| )[\u2013\u2014](?=[a-z])/gi, "$1--");
}

const wrappings: readonly (readonly [open: string, close: string])[] = [
  ["```", "```"],
  ["`", "`"],
  ['"', '"'],
  ["'", "'"],
];

/** @returns the text inside its quotes or back-ticks, or undefined where there are none */
export function quoted(text: string): string | undefined {
  for (const [open, close] of wrappings) {
    const isWrapped =
      text.length >= open.length + close.length && text.startsWith(open) && text.endsWith(close);
    if (isWrapped) return text.slice(open.length, text.length - close.length);
  }
  return undefined;
}
