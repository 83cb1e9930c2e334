import { setTimeout as wait } from "node:timers/promises";
import type { SoakBot } from "./bot.ts";
import type { Deed } from "./deeds.ts";
import { createButtons } from "./buttons.ts";
import { createCommands } from "./commands.ts";
import { createMessages } from "./messages.ts";
import { createShortcuts } from "./shortcuts.ts";
import { createWatches } from "./watches.ts";

/** What somebody does, in its turn. */
export type Act = (turn: number) => Promise<void> | void;

/** Everything that was done, and what could not be, which is a mistake of this load. */
export interface Load {
  readonly deeds: readonly Deed[];
  readonly mishaps: readonly string[];
  /** The watches that last: what is wrong with each, as people see it. */
  wrongWatches(): readonly string[];
  /** Does everything at its pace until it is over, and what was begun to its end. */
  until(isOver: () => boolean): Promise<void>;
}

/** How a deed is kept. */
export type Note = (deed: Omit<Deed, "at">) => void;

/** @returns a room at Tencent that nothing else is about, and the words that an answer has */
export type NewRoom = (prefix: string, turn: number) => { room: string; expected: string };

/** People and other apps at work in a workspace. */
export async function createLoad(bot: SoakBot): Promise<Load> {
  const deeds: Deed[] = [];
  const mishaps: string[] = [];
  const turns = new Map<string, number>();

  const note: Note = (deed) => {
    // Not a copy: its parts look at what has come since.
    deeds.push(Object.assign(deed, { at: Date.now() }));
  };
  const newRoom: NewRoom = (prefix, turn) => {
    // As long as one another, so that no name is a part of another.
    const room = `${prefix}-${String(turn).padStart(5, "0")}`;
    const expected = `Name of ${room}`;
    if (bot.tencent.rooms.get(room) === undefined) {
      bot.tencent.rooms.create({ RoomId: room, RoomName: expected });
    }
    return { room, expected };
  };

  const commands = createCommands(bot, note, newRoom);
  const watches = await createWatches(bot, note, newRoom);
  /** Each with how often it is done, in ms. */
  const acts: readonly (readonly [number, string, Act])[] = [
    [250, "command", commands.command],
    [5_000, "wrong command", commands.wrong],
    [5_000, "shared command", commands.shared],
    [3_000, "press", createButtons(bot, note, commands.cards)],
    ...createMessages(bot, note, newRoom),
    ...createShortcuts(bot, note, newRoom),
    ...watches.acts,
  ];

  async function attempt(name: string, act: Act, turn: number): Promise<void> {
    try {
      await act(turn);
    } catch (error) {
      mishaps.push(`${name}: ${String(error)}`);
    }
  }

  async function keepDoing(
    [everyMs, name, act]: (typeof acts)[number],
    isOver: () => boolean,
  ): Promise<void> {
    const begun: Promise<void>[] = [];
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- at its pace
      await wait(everyMs);
      if (isOver()) break;
      const turn = turns.get(name) ?? 0;
      turns.set(name, turn + 1);
      begun.push(attempt(name, act, turn));
    }
    await Promise.all(begun);
  }

  return {
    deeds,
    mishaps,
    wrongWatches: watches.wrong,
    async until(isOver) {
      await Promise.all(acts.map((act) => keepDoing(act, isOver)));
    },
  };
}
