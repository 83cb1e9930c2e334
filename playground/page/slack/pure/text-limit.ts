/** No message and no command may be longer; a test holds it against what the server takes. */
export const mostCharacters = 12_000;

const grouped = new Intl.NumberFormat("en-GB");

/** `345 characters too many`, or undefined where they are not. */
export function surplusWords(text: string): string | undefined {
  const surplus = text.length - mostCharacters;
  if (surplus <= 0) return undefined;
  return surplus === 1 ? "1 character too many" : `${grouped.format(surplus)} characters too many`;
}

/** Why nothing is sent. */
export function tooLongWords(text: string): string {
  return `This has ${grouped.format(text.length)} characters; ${grouped.format(mostCharacters)} can be sent.`;
}
