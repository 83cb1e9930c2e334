import { setTimeout as sleep } from "node:timers/promises";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { setStage, type Mode, type Stage } from "./stage.ts";

/** How many of each happen in the workspace. A mention and a link are two events each. */
export interface Happenings {
  readonly mentions: number;
  readonly alerts: number;
  readonly links: number;
  readonly steps: number;
  readonly homes: number;
}

const copies = 4;

/** The same dice every time (mulberry32), so that what fails once fails again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const link = (index: number): string =>
  `<https://console.example.com/room/live-room?share=${index}>`;

/** Lets all of it happen, delivers every event four times in shuffled order, and counts effects. */
export async function shuffle(mode: Mode, { mentions, alerts, links, steps, homes }: Happenings) {
  const most = mentions + alerts + links + steps + homes;
  const stage = await setStage(mode, {
    environment: { ALERT_CHANNELS: places.backstage },
    // What paces and what forgets has tests of its own; here it would only take time.
    figures: { channelIntervalMs: 1, longestChannelLine: most, rememberMs: 600_000 },
    slack: { channelBurst: Number.MAX_SAFE_INTEGER },
  });
  const { slack } = stage;
  slack.fault.holdEvents();
  const before = slack.workspace.messages.length;
  const { support: channel, backstage } = places;
  const mention = `<@${BOT_USER}> live-room`;
  const bot = { id: "B0GRAFANA01", name: "Grafana" };
  const said = [
    ...times(mentions, () => slack.say({ channel, text: mention })),
    // A room of its own for each: of one room, a storm's first alert alone is answered.
    ...times(alerts, (index) =>
      slack.say({ channel: backstage, bot, text: `room_id=shuffled-${index}` }),
    ),
    ...times(links, (index) => slack.say({ channel, text: link(index) })),
  ];
  const posted = slack.workspace.messages.slice(before);
  const runs = times(steps, () => slack.runStep("look_up_room", { room_id: "live-room" }));
  const opened = times(homes, () => slack.openHome(people.asker));

  const deliveries = await slack.fault.releaseEvents({ times: copies, random: dice(1) });
  await Promise.all([...said, ...runs, ...opened]);
  await settled(stage, most);
  const effects = effectsOf(stage, posted, { mentions, alerts });
  // What a copy would still do, it does before the bot has stopped.
  await stage.close();
  return {
    events: deliveries.length,
    deliveries: deliveries.reduce((sum, { tries }) => sum + tries.length, 0),
    unacknowledged: deliveries.flatMap(({ tries }) => tries.filter(({ ok }) => !ok)).length,
    effects: effects(),
  };
}

const ending = /^(?:chat\.postMessage|chat\.unfurl|functions\.complete\w+|views\.publish)$/;

function callsOf({ slack }: Stage): string[] {
  return slack.calls.map(({ method }) => method).filter((method) => ending.test(method));
}

/** Until everything had its effect, or nothing has happened for a while. */
async function settled(stage: Stage, most: number): Promise<void> {
  let last = -1;
  let quietMs = 0;
  while (callsOf(stage).length < most && quietMs < 8_000) {
    await sleep(100);
    const now = callsOf(stage).length;
    quietMs = now === last ? quietMs + 100 : 0;
    last = now;
  }
}

/** How often each value is in the list. */
function tally(list: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of list) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** How often each thing had an effect; read after the end. */
function effectsOf(
  stage: Stage,
  posted: readonly Message[],
  { mentions, alerts }: Pick<Happenings, "mentions" | "alerts">,
) {
  const { slack, log } = stage;
  const answersTo = ({ channel, ts }: Message): number =>
    slack.workspace.replies(channel, ts).filter(({ user }) => user === BOT_USER).length;
  return () => ({
    /** The number of answers, and how many messages got so many. */
    mentions: tally(posted.slice(0, mentions).map(answersTo)),
    alerts: tally(posted.slice(mentions, mentions + alerts).map(answersTo)),
    links: tally(posted.slice(mentions + alerts).map(({ attachments }) => attachments.length)),
    steps: [...slack.workspace.executions.values()].filter(({ state }) => state === "completed")
      .length,
    calls: tally(callsOf(stage)),
    interactions: log.filter((line) => line.includes('"msg":"interaction"')).length,
  });
}

/** What all of it comes to when every event has its effect once. */
export function once({ mentions, alerts, links, steps, homes }: Happenings) {
  const events = 2 * mentions + alerts + 2 * links + steps + homes;
  return {
    events,
    deliveries: copies * events,
    unacknowledged: 0,
    effects: {
      mentions: { 1: mentions },
      alerts: { 1: alerts },
      links: { 1: links },
      steps,
      calls: {
        "chat.postMessage": mentions + alerts,
        "chat.unfurl": links,
        "functions.completeSuccess": steps,
        "views.publish": homes,
      },
      interactions: mentions + alerts + links + steps,
    },
  };
}
