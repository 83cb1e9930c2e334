import { interactionsIn, type LogLine } from "../support/log-lines.ts";
import type { Deed } from "./deeds.ts";

/** How interactions ended, as the bot's log has it. The last line may not be whole yet. */
export function interactionLines(out: string): LogLine[] {
  return interactionsIn(out.slice(0, out.lastIndexOf("\n")).split("\n").filter(Boolean));
}

/** Each thing goes by a reference of its own. Eight hexadecimal digits may meet once by chance. */
export function underOneReference(log: readonly LogLine[]): string[] {
  const references = new Set(log.map((line) => line["reference"]));
  const shared = log.length - references.size;
  return shared > 1 ? [`${shared} interactions go by the reference of another`] : [];
}

export const roomOf = (line: LogLine): string | undefined => {
  const { room } = line;
  return typeof room === "string" ? room : undefined;
};

/** The bot takes each thing once: its log has no more of an entry than people did. */
export function handledTwice(deeds: readonly Deed[], log: readonly LogLine[]): string[] {
  return [...new Set(deeds.map(({ entry }) => entry))].flatMap((entry) => {
    const done = deeds.filter((deed) => deed.entry === entry).length;
    const handled = log.filter((line) => line["entry"] === entry).length;
    return handled > done ? [`${entry}: ${handled} in the log, and ${done} were done`] : [];
  });
}
