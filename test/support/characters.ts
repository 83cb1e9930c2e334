/** Characters that steer a terminal or turn text around, by their numbers; a line break is none. */
export function steeringCharacters(text: string): string[] {
  const found = text.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu) ?? [];
  return found.map((character) => `U+${character.codePointAt(0)?.toString(16)}`);
}
