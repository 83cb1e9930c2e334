/** Where a key moves to in a list that wraps around; undefined for other keys. */
export function listStep(key: string, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === "ArrowDown") return (at + 1) % length;
  if (key === "ArrowUp") return at <= 0 ? length - 1 : at - 1;
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  return undefined;
}
