import { vi } from "vitest";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import { interactionsIn, type LogLine } from "./log-lines.ts";
import { atEndOfFile } from "./end-of-file.ts";
import { setStage, type Mode, type Stage, type StageOptions } from "./stage.ts";

/** Times that a test can wait for. What is tried is their order, not their length. */
const brisk = {
  shortestFirstTryMs: 50,
  shortestTryMs: 50,
  graceMs: 0,
  underWayMs: 10_000,
  answerBodyLimit: 10_000,
  channelIntervalMs: 5,
  rememberMs: 1,
  // What keeps Tencent from being asked has a file of its own.
  circuitQuestions: 1_000,
} as const;

/** For faults that are seen by a time-out alone: a busy machine may be late with the others. */
export const impatient = { queryTimeoutMs: 400 } as const;

/** A bot with brisk times; it is stopped when the last test of the file is over. */
export async function faultStage(mode: Mode, options: StageOptions = {}): Promise<Stage> {
  const stage = await setStage(mode, { ...options, figures: { ...brisk, ...options.figures } });
  atEndOfFile(() => stage.close());
  return stage;
}

/** What the asker of a room reads: the text of the card and its blocks, as Slack got them. */
export async function answerTo(
  slack: Pick<SlackSimulator, "command">,
  room: string,
): Promise<{ readonly words: string }> {
  const interaction = await slack.command({ text: `"${room}"` });
  const [card] = await interaction.settled(1, 15_000);
  return { words: `${card?.text}\n${JSON.stringify(card?.raw["blocks"])}` };
}

/** The log's lines about how interactions ended, as soon as there are so many. */
export function endings({ log }: Pick<Stage, "log">, count = 1): Promise<readonly LogLine[]> {
  return vi.waitFor(
    () => {
      const lines = interactionsIn(log);
      if (lines.length < count) throw new Error(`${lines.length} of ${count} have ended`);
      return lines;
    },
    { timeout: 10_000 },
  );
}
