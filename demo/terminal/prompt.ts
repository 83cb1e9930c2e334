import { createInterface } from "node:readline/promises";
import { buttonsOf } from "../../simulator/slack/buttons.ts";
import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { alertSources } from "../../simulator/slack/alerts/sources.ts";
import { BOT_USER, places } from "../../simulator/slack/seed.ts";
import { escapeText } from "../../simulator/slack/typed-text.ts";
import type { Paper } from "./draw.ts";
import { show, showThread } from "./show.ts";
import type { Stage } from "../stage.ts";

const welcome = `
This is Greenroom between a Slack and a Tencent that both live on this machine.
You are a support agent in #support. Type what you would type in Slack:

  /room live-room             a room, as support agents see it
  /room gone-room             a room that does not exist
  /room muted-room            a fact that may explain a complaint
  /room hostile-room          a name that tries to be Slack markup
  /room unpaid-room           a refusal that the operators have to mend
  /room slow-room             an answer that takes 4 seconds
  /room hanging-room          an answer that never comes
  /room error 60010           what a code means
  /room help

  @Greenroom live-8821        a mention: the answer goes into the thread
  alert muted-room            a bot posts an alert that names a room

A number presses that button of the last card. To change a room, then press Refresh:

  mute live-room   unmute live-room   hide live-room   dissolve live-room

  log     the bot's own log      quit
`;

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Reads lines until the end of input or `quit`. */
export async function runPrompt(stage: Stage, paper: Paper): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  print(welcome);
  let isOpen = true;
  terminal.once("close", () => (isOpen = false));
  terminal.setPrompt("#support > ");
  terminal.prompt();
  let card: Message | undefined;
  for await (const line of terminal) {
    const typed = line.trim();
    if (typed === "quit" || typed === "exit") break;
    try {
      const thread = await speak(typed, stage);
      if (thread !== undefined) {
        card = await showThread(thread, stage.slack, paper, print);
      } else {
        const interaction = await act(typed, card, stage);
        if (interaction !== undefined) card = await show(interaction, paper, print);
      }
    } catch (error) {
      print(error instanceof Error ? error.message : String(error));
    }
    // Piped input may have ended while the answer was on its way.
    if (isOpen) terminal.prompt();
  }
  terminal.close();
}

const changes: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  mute: { IsMessageDisabled: true },
  unmute: { IsMessageDisabled: false },
  hide: { IsPublicVisible: false },
  show: { IsPublicVisible: true },
};

/** Messages in the channel, whose answers come into their threads. */
async function speak(typed: string, { slack }: Stage): Promise<Message | undefined> {
  const question = /^@greenroom\b(.*)$/i.exec(typed)?.[1];
  if (question !== undefined) {
    return (await slack.say({ channel: places.support, text: `<@${BOT_USER}>${question}` }))
      .message;
  }
  const room = /^alert +(.+)$/i.exec(typed)?.[1];
  if (room === undefined) return undefined;
  const [source] = alertSources;
  if (source === undefined) throw new Error("There is no source of alerts.");
  const said = source.alert(escapeText(room), Math.floor(Date.now() / 1000));
  const channel = places.liveAlerts;
  return (await slack.say({ channel, bot: source.author, ...said })).message;
}

async function act(
  typed: string,
  card: Message | undefined,
  { slack, tencent, log }: Stage,
): Promise<Interaction | undefined> {
  if (typed === "") return undefined;
  if (typed === "log") {
    print(
      log
        .lines()
        .map(({ line }) => line)
        .join("\n"),
    );
    return undefined;
  }
  if (typed.startsWith("/")) {
    const [command = "", ...words] = typed.split(" ");
    if (command !== "/room") throw new Error(`${command} is not a command of Greenroom; try /room`);
    return slack.command({ command, text: words.join(" ") });
  }
  if (/^\d+$/.test(typed)) {
    const button = card && buttonsOf(card.blocks)[Number(typed) - 1];
    if (card === undefined || button === undefined) throw new Error("There is no such button.");
    return slack.press(card, String(button.element["action_id"]));
  }
  const [verb = "", room = ""] = typed.split(/ +/);
  const change = changes[verb];
  if (verb === "dissolve") tencent.rooms.dissolve(room);
  else if (change !== undefined) tencent.rooms.update(room, change);
  else {
    throw new Error(
      "Begin with /room, @Greenroom or alert, or type a button's number. `quit` ends.",
    );
  }
  print(`${room} is changed at Tencent. Look it up again, or press Refresh.`);
  return undefined;
}
