import type { Interaction } from "../../simulator/slack/interactions.ts";
import { people } from "../../simulator/slack/seed.ts";
import { waitFor } from "../../simulator/slack/waiting.ts";
import type { Submission } from "../../simulator/slack/view-actions.ts";
import type { View } from "../../simulator/slack/views/view.ts";
import type { SoakBot } from "./bot.ts";
import { answersOf, isPostTo, isReplyTo, noticeOf } from "./deeds.ts";
import { channelAt } from "./commands.ts";
import { answersAbout, grafana } from "./messages.ts";
import type { Act, NewRoom, Note } from "./load.ts";

/** Slack's client takes a window that is not opened by then for one that never comes. */
const windowMs = 20_000;

export function createShortcuts(bot: SoakBot, note: Note, newRoom: NewRoom) {
  const { slack } = bot;

  const onMessage: Act = async (turn) => {
    const about = newRoom("picked", turn);
    const said = { channel: channelAt(turn), bot: grafana, text: `room_id=${about.room}` };
    const { message } = await slack.say(said);
    let interaction: Interaction | undefined;
    const since = slack.workspace.messages.length;
    note({
      kind: "shortcut on a message",
      entry: "message-shortcut",
      ...about,
      answers: () => [...answersOf(interaction), ...answersAbout(bot, about.room, message, since)],
      slacksLine: () => noticeOf(interaction),
      owns: (call) => isPostTo(interaction)(call) || isReplyTo(message)(call),
    });
    interaction = await slack.shortcut("look_up_room_in_message", { message });
  };

  let windows = Promise.resolve();
  /** One window at a time: whoever has one open picks no other. */
  const fromAnywhere: Act = (turn) => {
    windows = windows.then(() => pickFromAnywhere(turn));
    return windows;
  };

  async function pickFromAnywhere(turn: number): Promise<void> {
    const about = newRoom("typed", turn);
    let interaction: Interaction | undefined;
    let view: View | undefined;
    let submission: Submission | undefined;
    note({
      kind: "shortcut from anywhere",
      entry: "modal",
      ...about,
      answers() {
        const words = JSON.stringify(view?.blocks ?? []);
        const waits = ["room_typed", "The answer comes in a moment", "Asking Tencent about"];
        return submission === undefined || waits.some((wait) => words.includes(wait))
          ? []
          : [words];
      },
      slacksLine: () => noticeOf(interaction) ?? submission?.ack.error,
      owns: ({ method, args }) => method === "views.update" && args["view_id"] === view?.id,
    });
    const before = new Set(slack.workspace.views);
    interaction = await slack.shortcut("look_up_room");
    if (interaction.notice !== undefined) return;
    view = await windowAfter(before);
    if (view === undefined) return;
    submission = await slack.submitView(people.asker, view.id, { room_text: about.room });
  }

  function windowAfter(before: ReadonlySet<View>): Promise<View | undefined> {
    return waitFor(
      slack.workspace.watch,
      () => slack.workspace.views.find((view) => !before.has(view)),
      windowMs,
      () => "no window",
    ).catch(() => undefined);
  }

  return [
    [4_000, "shortcut on a message", onMessage],
    [4_000, "shortcut from anywhere", fromAnywhere],
  ] as const;
}
