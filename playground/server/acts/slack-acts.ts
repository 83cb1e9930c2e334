import { buttonsOf } from "../../../simulator/slack/buttons.ts";
import { isObject, type JsonObject } from "../../../simulator/slack/json.ts";
import type { Message } from "../../../simulator/slack/messages.ts";
import { SLACKBOT } from "../../../simulator/slack/seed.ts";
import type { SlackSimulator } from "../../../simulator/slack/server.ts";
import { typedBy } from "../../../simulator/slack/typed-text.ts";
import { findView } from "../../../simulator/slack/views/view.ts";
import type { ActOf, ActResult } from "../../protocol/acts.ts";
import type { SceneRow } from "../../protocol/rows.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { clip, createTitles } from "./titles.ts";

export interface SlackActParts {
  readonly slack: SlackSimulator;
  readonly timeline: Pick<Timeline, "act">;
  readonly scene: Pick<SceneRow, "messageShortcuts" | "globalShortcuts">;
}

type SlackKind =
  | "say"
  | "command"
  | "press"
  | "message-shortcut"
  | "global-shortcut"
  | "edit"
  | "delete"
  | "open-home"
  | "submit-view"
  | "close-view"
  | "press-in-view";

/** A command of Slack's own, for the way out that the bot's cards name. */
export const inviteCommand = {
  command: "/invite",
  usage: "@somebody",
  description: "Bring somebody into this channel, such as the bot",
} as const;

/** What a person does in Slack's window. Each throws, in words, for what Slack would not let them do. */
export type SlackActs = {
  readonly [K in SlackKind]: (as: string, act: ActOf<K>) => Promise<ActResult>;
};

export function createSlackActs({ slack, timeline, scene }: SlackActParts): SlackActs {
  const { workspace } = slack;
  const { person, place } = createTitles(workspace);

  async function done(title: string, work: () => Promise<unknown>): Promise<ActResult> {
    await timeline.act(title, work);
    return { ok: true };
  }

  function messageAt(as: string, channel: string, ts: string): Message {
    const message = workspace.find(channel, ts);
    const isMember = workspace.channels.get(channel)?.members.has(as) === true;
    if (message === undefined || !isMember) throw new Error("That message is gone.");
    return message;
  }

  /** People change their own words alone. */
  function ownMessage(as: string, channel: string, ts: string): Message {
    const message = messageAt(as, channel, ts);
    if (message.user !== as || message.via !== "user") {
      throw new Error("Only your own messages can be changed.");
    }
    return message;
  }

  async function invite(as: string, channel: string, text: string): Promise<ActResult> {
    const invited = /^<@(\w+)>$/.exec(typedBy(text.trim(), workspace))?.[1];
    if (invited === undefined) {
      throw new Error("Type @ and a name that this workspace has, such as /invite @greenroom.");
    }
    slack.invite(channel, as, invited);
    const words = `${person(invited)} is in ${place(channel)} now.`;
    workspace.post({ channel, user: SLACKBOT, via: "slackbot", ephemeralTo: as, text: words });
    return { ok: true };
  }

  const authorOf = (message: Message): string => message.username ?? person(message.user);
  const shortcutName = (callbackId: string): string =>
    [...scene.messageShortcuts, ...scene.globalShortcuts].find(
      (shortcut) => shortcut.callbackId === callbackId,
    )?.name ?? callbackId;

  return {
    say(as, { channel, text, thread, broadcast }) {
      const where = thread === undefined ? place(channel) : `a thread in ${place(channel)}`;
      return done(`${person(as)} wrote “${clip(text)}” in ${where}`, () =>
        slack.say({
          channel,
          user: as,
          text: typedBy(text, workspace),
          ...(thread !== undefined && { thread }),
          ...(broadcast === true && { broadcast }),
        }),
      );
    },
    command: (as, { channel, command, text }) =>
      command === inviteCommand.command
        ? invite(as, channel, text)
        : done(`${person(as)} typed ${clip(`${command} ${text}`)} in ${place(channel)}`, () =>
            slack.command({ channel, user: as, command, text }),
          ),
    press(as, { channel, ts, blockId, actionId }) {
      const message = messageAt(as, channel, ts);
      if (message.botId !== workspace.botId) {
        throw new Error(
          `That button belongs to ${authorOf(message)}, which is not in the playground.`,
        );
      }
      const label = labelOf(message.blocks, blockId, actionId);
      return done(`${person(as)} pressed ${label} in ${place(channel)}`, () =>
        slack.press(message, actionId, { user: as, blockId }),
      );
    },
    "message-shortcut"(as, { channel, ts, callbackId }) {
      const message = messageAt(as, channel, ts);
      const title = `${person(as)} picked ${shortcutName(callbackId)} on a message of ${authorOf(message)}`;
      return done(title, () => slack.shortcut(callbackId, { message, user: as }));
    },
    "global-shortcut": (as, { callbackId }) =>
      done(`${person(as)} picked ${shortcutName(callbackId)}`, () =>
        slack.shortcut(callbackId, { user: as }),
      ),
    edit(as, { channel, ts, text }) {
      const message = ownMessage(as, channel, ts);
      return done(`${person(as)} edited a message in ${place(channel)}`, () =>
        slack.editMessage(message, { text: typedBy(text, workspace) }),
      );
    },
    delete(as, { channel, ts }) {
      const message = ownMessage(as, channel, ts);
      return done(`${person(as)} deleted a message in ${place(channel)}`, () =>
        slack.deleteMessage(message),
      );
    },
    "open-home": (as) => done(`${person(as)} opened the Home tab`, () => slack.openHome(as)),
    async "submit-view"(as, { view, values }) {
      const title = `${person(as)} submitted a window`;
      const { errors, notice } = await timeline.act(title, () =>
        slack.submitView(as, view, values),
      );
      return {
        ok: true,
        ...(Object.keys(errors).length > 0 && { errors }),
        ...(notice !== undefined && { notice }),
      };
    },
    async "close-view"(as, { view }) {
      // The app hears of it only where it asked to, so it is no interaction of its own.
      await slack.closeView(as, view);
      return { ok: true };
    },
    "press-in-view"(as, { view, blockId, actionId }) {
      const label = labelOf(findView(workspace, view)?.blocks ?? [], blockId, actionId);
      return done(`${person(as)} pressed ${label}`, () =>
        slack.pressInView(as, view, actionId, { blockId }),
      );
    },
  };
}

function labelOf(blocks: readonly JsonObject[], blockId: string, actionId: string): string {
  const button = buttonsOf(blocks).find(
    (one) => one.blockId === blockId && one.element["action_id"] === actionId,
  );
  const text = button?.element["text"];
  return isObject(text) ? clip(String(text["text"]), 40) : "a button";
}
