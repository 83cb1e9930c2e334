/** The newest lines of the bot's log. */
export interface LogTail {
  add(line: string): void;
  /** Oldest first, numbered from the start of the process. */
  readonly lines: () => readonly LogLine[];
}

export interface LogLine {
  readonly number: number;
  readonly line: string;
}

const MOST = 200;

export function createLogTail(onLine: () => void): LogTail {
  let lines: readonly LogLine[] = [];
  let count = 0;
  return {
    add(line) {
      count += 1;
      lines = [...lines.slice(1 - MOST), { number: count, line }];
      onLine();
    },
    lines: () => lines,
  };
}
