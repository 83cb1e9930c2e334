import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import type { Message } from "../../../simulator/slack/messages.ts";
import { BOT_USER, people } from "../../../simulator/slack/seed.ts";
import { startBotProgram } from "../../support/program.ts";
import { environmentFor, startStandIns } from "../../support/stage.ts";

const rooms = Array.from({ length: 50 }, (_, index) => `watched-${index}`);
const channelOf = (index: number): string => `C0WATCHED${index % 10}`;
const patient = { timeout: 60_000, interval: 100 };

type StandIns = Awaited<ReturnType<typeof startStandIns>>;
let standIns: StandIns;
afterEach(() => Promise.all([standIns.slack.close(), standIns.tencent.close()]));

/** Fifty rooms, and ten channels with the bot in them, so that a channel's pace is no matter. */
async function furnish(): Promise<StandIns> {
  standIns = await startStandIns({ channelBurst: 1_000 });
  const { slack, tencent } = standIns;
  for (const RoomId of rooms) tencent.rooms.create({ RoomId });
  for (let index = 0; index < 10; index += 1) {
    const id = channelOf(index);
    slack.workspace.channels.set(id, {
      id,
      name: `watched-${index}`,
      kind: "public",
      members: new Set([BOT_USER, people.asker]),
      isExtShared: false,
    });
  }
  return standIns;
}

const cards = (): Message[] =>
  standIns.slack.workspace.messages.filter(
    ({ user, threadTs, visibility }) =>
      user === BOT_USER && threadTs === undefined && visibility === "in_channel",
  );
const repliesTo = ({ channel, ts }: Message): string[] =>
  standIns.slack.workspace.replies(channel, ts).map(({ text }) => text.split("\n")[0] ?? "");
const allReplies = (): string[] => cards().flatMap(repliesTo);

it("SIGKILL in the middle of 50 watches, again and again", async () => {
  const { slack, tencent } = await furnish();
  const environment = environmentFor("http", slack, tencent);
  const start = async () => {
    const { program, url } = await startBotProgram(environment);
    slack.requestUrl = `${url}/slack/events`;
    return program;
  };
  let program = await start();
  const restart = async () => {
    program.signal("SIGKILL");
    await program.ended;
    program = await start();
  };

  await Promise.all(
    rooms.map((room, index) => slack.command({ text: `watch ${room}`, channel: channelOf(index) })),
  );
  await vi.waitFor(() => expect(cards()).toHaveLength(50), patient);
  // The last of them may not be written down yet.
  await wait(500);

  const changeAll = (patch: Parameters<typeof tencent.rooms.update>[1]) => {
    for (const room of rooms) tencent.rooms.update(room, patch);
  };
  const allSay = async (replies: readonly string[], card: RegExp) => {
    await vi.waitFor(() => {
      for (const message of cards()) expect(repliesTo(message)).toEqual(replies);
      for (const message of cards()) expect(message.text).toMatch(card);
    }, patient);
  };

  // When some have been told, and others have not.
  changeAll({ IsMessageDisabled: true });
  await vi.waitFor(() => expect(allReplies().length).toBeGreaterThanOrEqual(15), patient);
  await restart();
  const said = ["Chat was muted for everyone."];
  await allSay(said, /Muted for everyone/);

  // Slack took these, and the bot was killed before it heard so.
  slack.fault.webApi("chat.postMessage", { kind: "hang", applied: true }, 8);
  changeAll({ IsMessageDisabled: false });
  await vi.waitFor(() => expect(allReplies().length).toBeGreaterThanOrEqual(58), patient);
  await wait(200);
  await restart();
  said.push("Chat was opened.");
  await allSay(said, /Chat: Open/);

  // Slack never got these.
  slack.fault.webApi("chat.postMessage", { kind: "hang" }, 8);
  slack.fault.webApi("chat.update", { kind: "hang" }, 8);
  changeAll({ IsPublicVisible: false });
  await wait(8_000);
  await restart();
  slack.fault.clear();
  said.push("The room was hidden from the room list.");
  await allSay(said, /Hidden/);

  // And what would come twice has had its time.
  await wait(12_000);
  await allSay(said, /Hidden/);
  expect(cards()).toHaveLength(50);
  for (const { edits } of cards()) expect(edits.length).toBeLessThanOrEqual(6);
  program.signal("SIGTERM");
  expect(await program.ended).toBe(0);
}, 240_000);
