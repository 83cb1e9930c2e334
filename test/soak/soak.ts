import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Mode } from "../support/stage.ts";
import { accountFor, type Accounts } from "./accounts.ts";
import { startSoakBot, type Holding } from "./bot.ts";
import { createLoad } from "./load.ts";
import { createTroubles } from "./troubles.ts";

export interface SoakOptions {
  /** How long each round of load lasts; what the process holds is read after each. */
  readonly roundsMs: readonly number[];
  /** From a trouble to the next. */
  readonly troubleEveryMs: number;
  /** After everything is answered, until what the process holds is read. */
  readonly quietMs: number;
  /** For the bot's Node. */
  readonly flags?: readonly string[];
}

/** What a soak came to, for one bot. */
export interface Soaked extends Accounts {
  readonly mode: Mode;
  readonly deeds: number;
  readonly troubles: number;
  /** Those that did not come in this time. */
  readonly untried: readonly string[];
  readonly mishaps: readonly string[];
  readonly wrongWatches: readonly string[];
  /** After each round. */
  readonly holdings: readonly Holding[];
  readonly exit: number | string;
  /** A file with what the bot wrote, where there are defects to look into. */
  readonly log: string | undefined;
}

/** The longest that anything may take: a look-up's 12 s, the tries to post it, Slack's retries. */
const patienceMs = 60_000;

/** Mixed load with troubles coming and going, on a bot as a process of its own. */
export async function soak(mode: Mode, options: SoakOptions): Promise<Soaked> {
  const bot = await startSoakBot(mode, options.flags ?? []);
  const load = await createLoad(bot);
  const troubles = createTroubles(bot, options.troubleEveryMs);
  const accounts = (): Accounts => accountFor(bot, load.deeds, troubles.spans);

  const holdings: Holding[] = [];
  for (const roundMs of options.roundsMs) {
    const end = performance.now() + roundMs;
    const isOver = (): boolean => performance.now() >= end;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await Promise.all([load.until(isOver), troubles.until(isOver)]);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await until(
      patienceMs,
      () => accounts().defects.length === 0 && load.wrongWatches().length === 0,
    );
    // oxlint-disable-next-line no-await-in-loop -- see above
    await wait(options.quietMs);
    // oxlint-disable-next-line no-await-in-loop -- see above
    holdings.push(await bot.holding());
  }

  const exit = await bot.stop();
  // Once more, as an answer may come twice, and late.
  const final = accounts();
  return {
    mode,
    deeds: load.deeds.length,
    troubles: troubles.spans.length,
    untried: troubles.untried(),
    ...final,
    log: final.defects.length === 0 ? undefined : keepLog(bot.program.out),
    mishaps: load.mishaps,
    wrongWatches: load.wrongWatches(),
    holdings,
    exit,
  };
}

function keepLog(lines: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "soak-")), "bot.log");
  writeFileSync(file, lines);
  return file;
}

async function until(ms: number, isReached: () => boolean): Promise<void> {
  const end = performance.now() + ms;
  while (!isReached() && performance.now() < end) {
    // oxlint-disable-next-line no-await-in-loop -- until then
    await wait(1_000);
  }
}
