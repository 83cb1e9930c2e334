import { setTimeout as wait } from "node:timers/promises";
import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER, people } from "../../simulator/slack/seed.ts";
import { alertChannel, channels, rooms, watchedRooms, type SoakBot } from "./bot.ts";

export type Kind = "command" | "shared command" | "mention" | "alert" | "link" | "press";

/** One thing that somebody did. It is accounted for once its asker has an answer, or knows why not. */
export interface Deed {
  readonly kind: Kind;
  readonly about: string;
  readonly at: number;
  isAccounted(): boolean;
}

export interface Load {
  readonly deeds: readonly Deed[];
  /** What could not be done at all, which is a mistake of this load. */
  readonly mishaps: readonly string[];
  /** The chat of each watched room, as it is at Tencent. */
  readonly muted: ReadonlySet<string>;
  /** Whether nothing new is done for now. */
  rests: boolean;
}

const grafana = { id: "B0GRAFANA01", name: "Grafana" };
/** How often each is done, in ms. */
const every: Readonly<Record<Kind | "change", number>> = {
  command: 250,
  "shared command": 5_000,
  mention: 2_000,
  alert: 5_000,
  link: 5_000,
  press: 3_000,
  change: 9_000,
};

const isUnderWay = ({ text }: Message): boolean => text.startsWith("Asking Tencent about");

const isAnswered = ({ notice, messages }: Interaction): boolean =>
  notice !== undefined || messages.some((message) => !isUnderWay(message));

/** Mentions have rooms of their own, so that no command's answer is taken for theirs. */
const ofCommands = rooms.slice(0, 200);
const ofMentions = rooms.slice(200);
const takeFrom = (list: readonly string[], turn: number): string =>
  list[(turn * 37) % list.length] ?? "";
const channelAt = (turn: number): string => channels[turn % channels.length] ?? "";

/** People and other apps at work in a workspace, until the end. */
export function startLoad(
  bot: SoakBot,
  end: () => boolean,
): Load & { readonly done: Promise<void> } {
  const { slack, tencent } = bot;
  const deeds: Deed[] = [];
  const mishaps: string[] = [];
  const muted = new Set<string>();
  const shown: Message[] = [];
  const load = { deeds, mishaps, muted, rests: false };

  function note(kind: Kind, about: string, isAccounted: () => boolean): void {
    deeds.push({ kind, about, at: performance.now(), isAccounted });
  }

  async function command(kind: Kind, text: string, channel: string): Promise<void> {
    let interaction: Interaction | undefined;
    note(kind, text, () => interaction !== undefined && isAnswered(interaction));
    interaction = await slack.command({ text, channel });
    if (kind === "command") return;
    const [card] = await interaction.settled(1, 30_000);
    if (card?.visibility === "in_channel") shown.push(card);
  }

  /** A message for all to see, and what the bot puts into its thread. */
  async function say(
    kind: Kind,
    room: string,
    text: string,
    input: { channel: string; bot?: typeof grafana },
  ) {
    let message: Message | undefined;
    note(kind, text, () => {
      if (message === undefined) return false;
      if (kind === "link") return message.attachments.length > 0;
      const { channel, ts } = message;
      return slack.workspace.messages.some(
        (one) =>
          one.user === BOT_USER &&
          one.channel === channel &&
          !isUnderWay(one) &&
          // In the thread; or to the asker alone, in the channel, where all the channel's turns are taken.
          (one.threadTs === ts ||
            (one.ephemeralTo === people.asker && one.ts > ts && one.text.includes(room))),
      );
    });
    ({ message } = await slack.say({ ...input, text }));
  }

  const acts: Readonly<Record<Kind | "change", (turn: number) => Promise<void>>> = {
    command: (turn) =>
      command(
        "command",
        turn % 10 === 9 ? `gone-${turn % 50}` : takeFrom(ofCommands, turn),
        channelAt(turn),
      ),
    "shared command": (turn) =>
      command("shared command", `${takeFrom(ofCommands, turn)} --share`, channelAt(turn)),
    mention(turn) {
      const room = takeFrom(ofMentions, turn);
      return say("mention", room, `<@${BOT_USER}> ${room}`, { channel: channelAt(turn) });
    },
    alert(turn) {
      const room = `alert-${turn}`;
      return say("alert", room, `room_id=${room}`, { channel: alertChannel, bot: grafana });
    },
    link(turn) {
      const room = rooms[turn % rooms.length] ?? "";
      const channel = channelAt(Math.floor(turn / rooms.length) + 1);
      return say("link", room, `<https://console.example.com/room/${room}>`, { channel });
    },
    async press(turn) {
      const card = shown[turn % Math.max(1, shown.length)];
      if (card === undefined || card.deleted) return;
      const before = card.edits.length;
      let interaction: Interaction | undefined;
      note("press", `refresh ${card.ts}`, () =>
        interaction === undefined ? false : isAnswered(interaction) || card.edits.length > before,
      );
      interaction = await slack.press(card, /^room_(?:refresh|retry|look_again)$/);
    },
    change(turn) {
      const room = watchedRooms[turn % watchedRooms.length] ?? "";
      if (!muted.delete(room)) muted.add(room);
      tencent.rooms.update(room, { IsMessageDisabled: muted.has(room) });
      return Promise.resolve();
    },
  };

  async function keepDoing(kind: Kind | "change"): Promise<void> {
    for (let turn = 0; !end(); turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- at its pace
      await wait(every[kind]);
      if (load.rests || end()) continue;
      acts[kind](turn).catch((error: unknown) => mishaps.push(`${kind}: ${String(error)}`));
    }
  }

  const kinds = Object.keys(every) as (Kind | "change")[];
  return Object.assign(load, { done: Promise.all(kinds.map(keepDoing)).then(() => undefined) });
}

/** A watch for each of the rooms that change. @returns the cards, by room */
export async function beginWatches({ slack }: SoakBot): Promise<ReadonlyMap<string, Message>> {
  const cards = new Map<string, Message>();
  for (const [index, room] of watchedRooms.entries()) {
    const channel = channels[index] ?? "";
    // oxlint-disable-next-line no-await-in-loop -- in order
    await (await slack.command({ text: `watch ${room} for 24h`, channel })).settled(1, 20_000);
    const card = slack.workspace.messages.find(
      ({ user, visibility, text }) =>
        user === BOT_USER && visibility === "in_channel" && text.includes(`Name of ${room}`),
    );
    if (card === undefined) throw new Error(`no card for the watch of ${room}`);
    cards.set(room, card);
  }
  return cards;
}
