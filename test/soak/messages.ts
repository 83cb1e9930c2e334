import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER, people } from "../../simulator/slack/seed.ts";
import type { StepRun } from "../../simulator/slack/step-actions.ts";
import { alertChannel, type SoakBot } from "./bot.ts";
import { isReplyTo, isUnderWay } from "./deeds.ts";
import { channelAt } from "./commands.ts";
import type { Act, NewRoom, Note } from "./load.ts";

export const grafana = { id: "B0GRAFANA01", name: "Grafana" };

/** What the bot said of a room since then where it was asked: in the thread, or to the asker alone. */
export function answersAbout(
  { slack }: SoakBot,
  room: string,
  question: Message | undefined,
  since: number,
): string[] {
  if (question === undefined) return [];
  return slack.workspace.messages
    .slice(since)
    .filter(
      (one) =>
        one.user === BOT_USER &&
        one.channel === question.channel &&
        one.text.includes(room) &&
        !isUnderWay(one.text) &&
        (one.threadTs === question.ts || one.ephemeralTo === people.asker) &&
        one.via !== "response_url",
    )
    .map(({ text }) => text);
}

const neverSaid = (): undefined => undefined;

/** Whatever reaches the bot as an event; Slack tells nobody when it does not. */
export function createMessages(bot: SoakBot, note: Note, newRoom: NewRoom) {
  const { slack } = bot;

  /** Said in a channel, and answered in the thread of that. */
  const inThread =
    (
      kind: "alert" | "mention",
      saidAbout: (room: string, turn: number) => Parameters<typeof slack.say>[0],
    ): Act =>
    async (turn) => {
      const about = newRoom(kind, turn);
      let message: Message | undefined;
      const since = slack.workspace.messages.length;
      note({
        kind,
        entry: kind,
        ...about,
        answers: () => answersAbout(bot, about.room, message, since),
        slacksLine: neverSaid,
        owns: (call) => isReplyTo(message)(call),
      });
      ({ message } = await slack.say(saidAbout(about.room, turn)));
    };

  const mention = inThread("mention", (room, turn) => ({
    channel: channelAt(turn),
    text: `<@${BOT_USER}> ${room}`,
  }));

  const alert = inThread("alert", (room) => ({
    channel: alertChannel,
    bot: grafana,
    text: `room_id=${room}`,
  }));

  const direct: Act = async (turn) => {
    const about = newRoom("direct", turn);
    const { id: channel } = slack.workspace.dmWith(people.asker);
    const since = slack.workspace.messages.length;
    note({
      kind: "direct message",
      entry: "direct-message",
      ...about,
      answers: () =>
        slack.workspace.messages
          .slice(since)
          .filter((one) => one.user === BOT_USER && one.channel === channel)
          .map(({ text }) => text)
          .filter((text) => text.includes(about.room) && !isUnderWay(text)),
      slacksLine: neverSaid,
      owns: ({ args }) => args["channel"] === channel && JSON.stringify(args).includes(about.room),
    });
    await slack.say({ channel, text: about.room });
  };

  const link: Act = async (turn) => {
    const about = newRoom("linked", turn);
    let message: Message | undefined;
    note({
      kind: "link",
      entry: "link",
      ...about,
      answers: () => (message?.attachments ?? []).map((one) => JSON.stringify(one)),
      slacksLine: neverSaid,
      owns: ({ method, args }) => method === "chat.unfurl" && args["ts"] === message?.ts,
    });
    const text = `<https://console.example.com/room/${about.room}>`;
    ({ message } = await slack.say({ channel: channelAt(turn), text }));
  };

  const step: Act = async (turn) => {
    const about = newRoom("step", turn);
    let run: StepRun | undefined;
    note({
      kind: "workflow step",
      entry: "workflow-step",
      ...about,
      answers() {
        const { state, outputs, error } = run?.execution ?? { state: "running" };
        return state === "running" ? [] : [JSON.stringify({ ...outputs, error })];
      },
      slacksLine: neverSaid,
      owns: ({ args }) => args["function_execution_id"] === run?.execution.id,
    });
    run = await slack.runStep("look_up_room", { room_id: about.room });
  };

  return [
    [2_000, "mention", mention],
    [4_000, "direct message", direct],
    [5_000, "alert", alert],
    [5_000, "link", link],
    [5_000, "workflow step", step],
  ] as const;
}
