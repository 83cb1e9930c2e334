/** JSON with whole numbers of any length, which JSON itself would round. */
export function exactJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint" ? { bigint: part.toString() } : part,
  );
}

/** @returns what `exactJson` was given; what was undefined is left out */
export function readExactJson(text: string): unknown {
  return JSON.parse(text, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || !("bigint" in part)) return part;
    return typeof part.bigint === "string" ? BigInt(part.bigint) : part;
  });
}
