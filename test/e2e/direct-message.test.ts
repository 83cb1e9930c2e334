import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { interactionsIn } from "../support/log-lines.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

const room = "Friday night karaoke";
const { botDm } = places;
const fromBot = ({ user }: Message): boolean => user === BOT_USER;

describe.each(modes)("a direct message to the bot over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode, { figures: { channelIntervalMs: 20, rememberMs: 1 } });
  });
  afterEach(() => stage.close());

  const say = async (text: string, more: { thread?: string; broadcast?: boolean } = {}) =>
    (await stage.slack.say({ channel: botDm, text, ...more })).message;

  const answers = (count: number) => stage.slack.waitForMessages(fromBot, 5_000, count);

  async function answerTo(text: string): Promise<Message> {
    await say(text);
    const [card] = await answers(1);
    if (card === undefined) throw new Error("no answer came");
    return card;
  }

  /** Stops the bot, so that all it was told has had its effect. */
  async function allAnswers(): Promise<Message[]> {
    await stage.stopBot();
    return stage.slack.workspace.messages.filter(fromBot);
  }

  it("is answered beneath, by a message that stays, and none to share", async () => {
    const card = await answerTo("live-room");
    expect(card.text).toContain(room);
    expect(card.channel).toBe(botDm);
    expect(card.threadTs).toBeUndefined();
    expect(card.visibility).toBe("in_channel");
    expect(JSON.stringify(card.raw)).toContain("room_refresh");
    expect(JSON.stringify(card.raw)).not.toContain("room_share");
    expect(await allAnswers()).toHaveLength(1);
    expect(interactionsIn(stage.log)).toMatchObject([
      { entry: "direct-message", outcome: "answered", user: people.asker, channel: botDm },
    ]);
  });

  it.each([
    ["gone-room", "No room with this ID right now"],
    ["https://app.example/live?room=live-room", room],
    ["help", "What /room can do"],
    ["error 60010", "60010"],
    [`<@${BOT_USER}> live-room`, room],
    [`<@${BOT_USER}>`, "What /room can do"],
    ["x".repeat(49), "at most 48"],
    ["r\u00e4ume", "A character here is in no room ID"],
  ])("%s is read as behind /room", async (text, words) => {
    const card = await answerTo(text);
    expect(card.text).toContain(words);
    // What is told to one person alone would be gone with the next start of their Slack.
    expect(card.visibility).toBe("in_channel");
  });

  it("in a thread is answered there, also where it is sent to the conversation too", async () => {
    const first = await answerTo("live-room");
    await say("live-8821", { thread: first.ts });
    await say("gone-room", { thread: first.ts, broadcast: true });
    const [, second, third] = await answers(3);
    expect([second?.threadTs, third?.threadTs]).toEqual([first.ts, first.ts]);
    expect(second?.text).toContain("live-8821");
    expect(third?.text).toContain("No room with this ID");
  });

  it("with the bot's name alone in a thread asks for the rooms of its first message", async () => {
    const first = await answerTo("live-room");
    await say(`<@${BOT_USER}>`, { thread: first.ts });
    const [, card] = await answers(2);
    expect(card?.threadTs).toBe(first.ts);
    expect(card?.text).toContain(room);
  });

  it("asked again is answered again: each question has its answer beneath", async () => {
    const first = await answerTo("live-room");
    await say("live-room");
    const [, second] = await answers(2);
    expect(second?.text).toContain(room);
    expect(first.edits).toHaveLength(0);
  });

  it("of a guest is refused, and Tencent is asked nothing", async () => {
    const { id: channel } = stage.slack.workspace.dmWith(people.guest);
    await stage.slack.say({ channel, user: people.guest, text: "live-room" });
    const [told] = await answers(1);
    expect(told?.channel).toBe(channel);
    expect(told?.text).toContain("members of the company alone");
    expect(told?.text).not.toContain(room);
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("that Slack delivers four times is answered once", async () => {
    stage.slack.fault.repeatEvents(3);
    await answerTo("live-room");
    expect(await allAnswers()).toHaveLength(1);
    expect(stage.tencent.stats().queries).toBe(1);
  });

  it("that is edited or deleted is not answered again", async () => {
    const message = await say("live-room");
    await answers(1);
    await stage.slack.editMessage(message, { text: "gone-room" });
    await stage.slack.deleteMessage(message);
    expect(await allAnswers()).toHaveLength(1);
  });

  it("of a bot is not answered, be it this one", async () => {
    const bot = { id: "B0GRAFANA01", name: "Grafana" };
    await stage.slack.say({ channel: botDm, bot, text: "live-room" });
    await stage.slack.say({ channel: botDm, bot: { ...bot, webhook: true }, text: "live-room" });
    expect(await allAnswers()).toEqual([]);
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("with a link to the console gets one answer, not a status under the link too", async () => {
    const message = await say("https://console.example.com/room/live-room");
    await answers(1);
    expect(await allAnswers()).toHaveLength(1);
    expect(message.attachments).toEqual([]);
  });

  it("its card is brought up to date by Refresh, where it stands", async () => {
    const card = await answerTo("live-room");
    for (const muted of [true, false]) {
      stage.tencent.rooms.update("live-room", { IsMessageDisabled: muted });
      // One press after the other.
      // oxlint-disable-next-line no-await-in-loop
      await (await stage.slack.press(card, "room_refresh")).settled();
      expect(card.text).toContain(muted ? "chat was muted for everyone" : "chat was opened");
      expect(JSON.stringify(card.raw)).not.toContain("room_share");
    }
    expect(card.edits).toHaveLength(2);
    expect(await allAnswers()).toHaveLength(1);
  });

  it("its other buttons work too: Try again, and Look again", async () => {
    stage.tencent.weather.setForRoom("gone-room", { kind: "code", code: 60020 });
    const card = await answerTo("gone-room");
    expect(card.text).toContain("60020");
    stage.tencent.weather.setForRoom("gone-room", null);
    await (await stage.slack.press(card, "room_retry")).settled();
    expect(card.text).toContain("No room with this ID right now");
    stage.tencent.rooms.create({ RoomId: "gone-room", RoomName: "Back again" });
    await (await stage.slack.press(card, "room_refresh")).settled();
    expect(card.text).toContain("Back again");
    expect(await allAnswers()).toHaveLength(1);
  });
});
