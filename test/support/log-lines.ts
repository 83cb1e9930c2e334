export type LogLine = Readonly<Record<string, unknown>>;

export function readLog(lines: readonly string[]): LogLine[] {
  return lines.map((line) => JSON.parse(line) as LogLine);
}

/** The lines that say how an interaction ended. */
export function interactionsIn(lines: readonly string[]): LogLine[] {
  return readLog(lines).filter((line) => "outcome" in line);
}
