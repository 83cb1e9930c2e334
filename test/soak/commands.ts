import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { channels, type SoakBot } from "./bot.ts";
import { answersOf, isPostTo, noticeOf, type Kind } from "./deeds.ts";
import type { Act, NewRoom, Note } from "./load.ts";

/** A card that came, for somebody to press a button of. */
export interface ShownCard {
  readonly message: Message;
  readonly room: string;
  readonly expected: string;
}

/** Who wants to press a button waits so long for its card. */
const cardMs = 20_000;

export const channelAt = (turn: number): string => channels[turn % channels.length] ?? "";

/** Types a command, and notes what comes of it. */
export async function typeCommand(
  { slack }: SoakBot,
  note: Note,
  deed: { kind: Kind; room: string; expected: string; text: string; channel: string },
): Promise<Interaction> {
  const { kind, room, expected, text, channel } = deed;
  let interaction: Interaction | undefined;
  note({
    kind,
    entry: "command",
    room,
    expected,
    answers: () => answersOf(interaction),
    slacksLine: () => noticeOf(interaction),
    owns: (call) => isPostTo(interaction)(call),
  });
  interaction = await slack.command({ text, channel });
  return interaction;
}

export function createCommands(bot: SoakBot, note: Note, newRoom: NewRoom) {
  const cards: ShownCard[] = [];

  /** Two in a row ask for the same room, so that look-ups are joined and answers remembered. */
  const command: Act = async (turn) => {
    const exists = turn % 10 < 8;
    const missing = { room: `gone-${turn}`, expected: "No room with this ID right now" };
    const about = exists ? newRoom("command", Math.floor(turn / 2)) : missing;
    const channel = channelAt(turn);
    const asked = { kind: "command", ...about, text: about.room, channel } as const;
    const interaction = await typeCommand(bot, note, asked);
    // Enough for those who press; the others are read and forgotten.
    if (turn % 10 !== 0) return;
    await interaction.settled(1, cardMs).catch(() => undefined);
    const message = interaction.messages.at(-1);
    if (message !== undefined) cards.push({ message, ...about });
  };

  const wrong: Act = async (turn) => {
    const text = `wrong-${turn}-${"x".repeat(50)}`;
    const expected = "longer than a room ID can be";
    const channel = channelAt(turn);
    await typeCommand(bot, note, {
      kind: "command that is wrong",
      room: text,
      expected,
      text,
      channel,
    });
  };

  const shared: Act = async (turn) => {
    const about = newRoom("shared", turn);
    const text = `${about.room} --share`;
    const asked = { kind: "command, shared", ...about, text, channel: channelAt(turn) } as const;
    const interaction = await typeCommand(bot, note, asked);
    await interaction.settled(1, cardMs).catch(() => undefined);
    const message = interaction.messages.at(-1);
    if (message !== undefined) cards.push({ message, ...about });
  };

  return { cards, command, wrong, shared };
}
