import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "../../simulator/slack/messages.ts";
import { interactionsIn } from "../support/log-lines.ts";
import type { Mode } from "../support/stage.ts";
import { startSoakBot, type Holding, type SoakBot } from "./bot.ts";
import { troubleUntil } from "./faults.ts";
import { beginWatches, startLoad, type Deed, type Kind, type Load } from "./load.ts";

/** What a soak came to, for one bot. */
export interface Soaked {
  readonly mode: Mode;
  readonly seconds: number;
  readonly troubles: number;
  readonly done: Readonly<Partial<Record<Kind, number>>>;
  /** What has no answer, and whose asker was not told why. */
  readonly lost: readonly string[];
  /** Links that show no status: those whose room could not be read are left alone. */
  readonly quietLinks: number;
  readonly mishaps: readonly string[];
  /** Cards of watches that do not show the room as it is, or say a thing twice. */
  readonly wrongWatches: readonly string[];
  /** How the interactions ended, as the bot's log has it. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly early: Holding;
  readonly late: Holding;
  readonly exit: number | string;
}

/** Connections that nobody uses are closed after 30 s. */
const quietMs = 35_000;
/** The longest that anything may take: a look-up's 12 s, the tries to post it, Slack's retries. */
const patienceMs = 60_000;

/**
 * Mixed load with troubles coming and going, on a bot as a process of its own.
 *
 * @param earlyAfter when the process is first looked into, in s
 */
export async function soak(mode: Mode, seconds: number, earlyAfter: number): Promise<Soaked> {
  const bot = await startSoakBot(mode);
  const cards = await beginWatches(bot);
  const endsAt = performance.now() + seconds * 1000;
  const isOver = (): boolean => performance.now() >= endsAt;
  const load = startLoad(bot, isOver);
  const troubles = troubleUntil(bot, isOver);

  await wait(earlyAfter * 1000);
  load.rests = true;
  await wait(5_000);
  const early = await bot.holding();
  load.rests = false;

  await load.done;
  const count = await troubles;
  await until(patienceMs, () => lostOf(load).length === 0);
  await until(patienceMs, () => wrongWatches(bot, cards, load).length === 0);
  await wait(quietMs);
  const late = await bot.holding();
  bot.program.signal("SIGTERM");
  const exit = await bot.program.ended;
  return {
    mode,
    seconds,
    troubles: count,
    done: tally(load.deeds),
    lost: lostOf(load),
    quietLinks: load.deeds.filter((deed) => deed.kind === "link" && !deed.isAccounted()).length,
    mishaps: load.mishaps,
    wrongWatches: wrongWatches(bot, cards, load),
    outcomes: outcomesIn(bot.program.out),
    early,
    late,
    exit,
  };
}

function outcomesIn(log: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, undelivered } of interactionsIn(log.trim().split("\n"))) {
    const ending = undelivered === undefined ? String(outcome) : "undelivered";
    counts[ending] = (counts[ending] ?? 0) + 1;
  }
  return counts;
}

async function until(ms: number, isReached: () => boolean): Promise<void> {
  const end = performance.now() + ms;
  while (!isReached() && performance.now() < end) {
    // oxlint-disable-next-line no-await-in-loop -- until then
    await wait(500);
  }
}

function lostOf({ deeds }: Load): string[] {
  return deeds
    .filter((deed) => deed.kind !== "link" && !deed.isAccounted())
    .map(({ kind, about, at }) => `${kind} “${about}” at ${Math.round(at)}`);
}

function tally(deeds: readonly Deed[]): Soaked["done"] {
  const counts: Partial<Record<Kind, number>> = {};
  for (const { kind } of deeds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function wrongWatches(
  { slack }: SoakBot,
  cards: ReadonlyMap<string, Message>,
  { muted }: Load,
): string[] {
  return [...cards].flatMap(([room, card]) => {
    const state = muted.has(room) ? "Chat: Muted for everyone" : "Chat: Open";
    const replies = slack.workspace
      .replies(card.channel, card.ts)
      .map(({ text }) => text.split("\n")[0] ?? "");
    const isDoubled = replies.some((text, index) => index > 0 && text === replies[index - 1]);
    return [
      ...(card.text.includes(state) ? [] : [`${room} does not show “${state}”`]),
      ...(isDoubled ? [`${room} says a thing twice: ${replies.join(" / ")}`] : []),
    ];
  });
}
