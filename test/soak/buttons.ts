import type { Call } from "../../simulator/slack/calls.ts";
import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER } from "../../simulator/slack/seed.ts";
import type { Entry } from "../../src/slack/interaction.ts";
import type { SoakBot } from "./bot.ts";
import { answersOf, isPostTo, noticeOf, type Kind } from "./deeds.ts";
import type { ShownCard } from "./commands.ts";
import type { Act, Note } from "./load.ts";

const buttons: Readonly<Record<"refresh" | "share" | "retry", Kind>> = {
  refresh: "press of Refresh",
  share: "press of Share",
  retry: "press of Try again",
};

/** Presses a button of a card, and notes what comes of it. */
export async function press(
  { slack }: SoakBot,
  note: Note,
  { message, room, expected }: ShownCard,
  [kind, entry]: readonly [Kind, Entry],
): Promise<void> {
  let interaction: Interaction | undefined;
  const since = slack.workspace.messages.length;
  // Where the card can't be changed, the asker is told beside it.
  const beside = (): Message[] =>
    slack.workspace.messages
      .slice(since)
      .filter(
        ({ user, via, channel, text }) =>
          user === BOT_USER &&
          via === "chat.postEphemeral" &&
          channel === message.channel &&
          text.startsWith("The card that you refreshed can't be changed") &&
          text.includes(room),
      );
  note({
    kind,
    entry,
    room,
    expected,
    answers: () => [...answersOf(interaction), ...beside().map(({ text }) => text)],
    slacksLine: () => noticeOf(interaction),
    owns: (call: Call) => isPostTo(interaction)(call),
  });
  interaction = await slack.press(message, new RegExp(`^room_${entry}$`, "u"));
}

/** Each card is pressed once, so that nothing else can be taken for its answer. */
export function createButtons(bot: SoakBot, note: Note, cards: ShownCard[]): Act {
  return async (turn) => {
    const card = cards.shift();
    if (card === undefined) return;
    const has = (entry: string): boolean =>
      JSON.stringify(card.message.blocks).includes(`"room_${entry}"`);
    const wanted = turn % 2 === 0 ? (["share", "refresh"] as const) : (["refresh"] as const);
    const entry = has("retry") ? "retry" : wanted.find((one) => has(one));
    // Plain text is what is left of a card whose blocks Slack refuses.
    if (entry === undefined) return;
    await press(bot, note, card, [buttons[entry], entry]);
  };
}
