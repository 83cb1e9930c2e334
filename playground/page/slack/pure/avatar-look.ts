/** `Ada Asker` is AA, `greenroom` is G. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const initials = [first, last].map((word) => [...(word ?? "")][0] ?? "").join("");
  return initials === "" ? "?" : initials.toUpperCase();
}

export const hues = 6;

/** The same colour for the same person, wherever they appear. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % hues;
}
