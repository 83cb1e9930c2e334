/** What was thrown, as words: anything can be thrown, even what has no text. */
export function wordsOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return `something without words (${typeof thrown})`;
  }
}
