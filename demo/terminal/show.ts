import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER } from "../../simulator/slack/seed.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import { drawMessage, style, type Paper } from "./draw.ts";

/** The bot answers within 12 s; a little more shows when it doesn't. */
const answerLimitMs = 15_000;
const alertLimitMs = 3_000;

/** Prints what the person in Slack sees of an interaction, as it comes. @returns the last card */
export async function show(
  interaction: Interaction,
  paper: Paper,
  print: (text: string) => void,
): Promise<Message> {
  if (interaction.notice !== undefined) {
    print(interaction.notice.text);
    return interaction.notice;
  }
  print(style(`acknowledged in ${Math.round(interaction.ack.ms)} ms`, "dim", paper));
  for (let count = 1; ; count += 1) {
    const messages = await interaction.settled(count, answerLimitMs);
    const message = messages[count - 1];
    if (message === undefined) continue;
    print(`${style(whoSees(message), "dim", paper)}\n${drawMessage(message, paper)}`);
    if (!isUnderWay(message)) return message;
  }
}

/** Prints a message and what the bot answers in its thread. @returns the last card */
export async function showThread(
  first: Message,
  slack: SlackSimulator,
  paper: Paper,
  print: (text: string) => void,
): Promise<Message | undefined> {
  print(style("in the thread of that message:", "dim", paper));
  const isAnswer = (message: Message): boolean =>
    message.user === BOT_USER && (message.threadTs === first.ts || message.ts > first.ts);
  // An alert whose room has its status already, in the same storm, gets none: so not for long.
  const limitMs = first.botId === undefined ? answerLimitMs : alertLimitMs;
  const [card] = await slack.waitForMessages(isAnswer, limitMs).catch(() => []);
  if (card === undefined) print("Nothing: an alert gets one status for a room in a storm.");
  else print(`${style(whoSees(card), "dim", paper)}\n${drawMessage(card, paper)}`);
  return card;
}

/** The line that says "still asking": the only message of the bot without a title. */
function isUnderWay(message: Message): boolean {
  return message.blocks.length > 0 && !message.blocks.some((block) => block["type"] === "header");
}

function whoSees(message: Message): string {
  const edited = message.edits.length > 0 ? " (edited in place)" : "";
  return message.visibility === "ephemeral"
    ? `Greenroom, only you can see this${edited}`
    : `Greenroom, everyone in the channel can see this${edited}`;
}
