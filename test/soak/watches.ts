import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER } from "../../simulator/slack/seed.ts";
import type { SoakBot } from "./bot.ts";
import { press } from "./buttons.ts";
import { channelAt, typeCommand } from "./commands.ts";
import type { Act, NewRoom, Note } from "./load.ts";

const lasting = 8;
const begun = "This room is watched now";
const ended = "This room is no longer watched here";
/** How long a watch that is ended again lasts, in ms. */
const shortMs = 12_000;

/** Watches that last, of rooms that change; and such as are begun and ended all the time. */
export async function createWatches(bot: SoakBot, note: Note, newRoom: NewRoom) {
  const { slack, tencent } = bot;
  const muted = new Set<string>();
  const channelOf = new Map<string, string>();

  /** The messages that show a watched room to everybody. */
  const cardsOf = (room: string): readonly Message[] =>
    slack.workspace.messages.filter(
      ({ user, channel, visibility, threadTs, deleted, text }) =>
        user === BOT_USER &&
        channel === channelOf.get(room) &&
        visibility === "in_channel" &&
        threadTs === undefined &&
        !deleted &&
        text.includes(`Name of ${room}`),
    );

  /** @returns whether the asker read that it began */
  async function watch(room: string, channel: string, words: string): Promise<boolean> {
    channelOf.set(room, channel);
    const asked = { kind: "watch", room, expected: begun, text: words, channel } as const;
    const interaction = await typeCommand(bot, note, asked);
    const saysSo = (): boolean =>
      interaction.messages.some((message) => message.text.includes(begun));
    const end = performance.now() + 30_000;
    while (!saysSo() && performance.now() < end) {
      // oxlint-disable-next-line no-await-in-loop -- as soon as it is there
      await wait(500);
    }
    return saysSo();
  }

  const names = Array.from({ length: lasting }, (_, index) => newRoom("lasting", index).room);
  for (const [index, room] of names.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    const isWatched = await watch(room, channelAt(index), `watch ${room} for 24h`);
    if (!isWatched) throw new Error(`no watch of ${room} began`);
  }

  const change: Act = (turn) => {
    const room = names[turn % names.length] ?? "";
    if (!muted.delete(room)) muted.add(room);
    tencent.rooms.update(room, { IsMessageDisabled: muted.has(room) });
  };

  const beginAndEnd: Act = async (turn) => {
    const { room } = newRoom("watched", turn);
    const channel = channelAt(turn);
    if (!(await watch(room, channel, `watch ${room} for 1h`))) return;
    await wait(shortMs);
    const [message] = cardsOf(room);
    const hasButton = JSON.stringify(message?.blocks ?? []).includes('"room_unwatch"');
    if (turn % 2 === 0 && message !== undefined && hasButton) {
      const card = { message, room, expected: ended };
      await press(bot, note, card, ["press of Stop watching", "unwatch"]);
      return;
    }
    const asked = { kind: "unwatch", room, expected: ended, channel } as const;
    await typeCommand(bot, note, { ...asked, text: `unwatch ${room}` });
  };

  /** What people see wrong: no card or two, one that is not as the room is, or a thing said twice. */
  function wrong(): string[] {
    return [...channelOf.keys()].flatMap((room) => {
      const [card, ...others] = cardsOf(room);
      if (others.length > 0) return [`${room} has ${others.length + 1} cards`];
      if (!names.includes(room)) return [];
      if (card === undefined) return [`${room} has no card`];
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

  return {
    wrong,
    acts: [
      [9_000, "change of a room", change],
      [5_000, "watch", beginAndEnd],
    ] as const,
  };
}
