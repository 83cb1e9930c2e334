import { afterEach, describe, expect, it } from "vitest";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { setStage, type Stage, type StageOptions } from "../support/stage.ts";

const room = "Friday night karaoke";
const { botDm: channel, peopleDm } = places;

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function newStage(options: StageOptions = {}): Promise<Stage> {
  stage = await setStage("http", options);
  return stage;
}

const answers = ({ slack }: Stage, count = 1): Promise<readonly Message[]> =>
  slack.waitForMessages(({ user }) => user === BOT_USER, 5_000, count);

async function answerTo(on: Stage, text: string): Promise<Message | undefined> {
  await on.slack.say({ channel, text });
  return (await answers(on))[0];
}

describe("who may write to the bot directly", () => {
  it("with ALLOWED_USERS, those on the list alone", async () => {
    const on = await newStage({ environment: { ALLOWED_USERS: people.colleague } });
    expect((await answerTo(on, "live-room"))?.text).toContain("This bot may not answer you");
    expect(on.tencent.stats().queries).toBe(0);
  });

  it("with ALLOWED_CHANNELS nobody, unless the operator lists the conversation", async () => {
    const on = await newStage({ environment: { ALLOWED_CHANNELS: places.support } });
    const told = await answerTo(on, "live-room");
    expect(told?.text).toContain("does not answer in direct messages");
    expect(on.tencent.stats().queries).toBe(0);
    await on.close();
    const listed = await newStage({ environment: { ALLOWED_CHANNELS: channel } });
    expect((await answerTo(listed, "live-room"))?.text).toContain(room);
  });

  it("no guest, with ALLOW_EXTERNAL_CHANNELS either, and no link shows them a status", async () => {
    const on = await newStage({ environment: { ALLOW_EXTERNAL_CHANNELS: "true" } });
    const { id } = on.slack.workspace.dmWith(people.guest);
    const text = "https://console.example.com/room/live-room";
    const { message } = await on.slack.say({ channel: id, user: people.guest, text });
    const [told] = await answers(on);
    expect(told?.text).toContain("members of the company alone");
    await on.stopBot();
    expect(message.attachments).toEqual([]);
    expect(on.tencent.stats().queries).toBe(0);
  });

  it("nobody, without the scope im:history", async () => {
    const on = await newStage({ slack: { scopes: ["commands", "chat:write", "users:read"] } });
    expect((await on.slack.say({ channel, text: "live-room" })).events).toEqual([]);
  });
});

describe("when Tencent or Slack is slow", () => {
  it("the answer takes the place of the line that announced it", async () => {
    const on = await newStage({ figures: { underWayMs: 20 } });
    on.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 300 });
    const line = await answerTo(on, "live-room");
    expect(line?.text).toContain("The answer follows");
    await expect.poll(() => line?.text).toContain(room);
    await on.stopBot();
    expect(on.slack.workspace.messages.filter(({ user }) => user === BOT_USER)).toHaveLength(1);
  });

  it("an answer that would wait too long for its turn is told at once", async () => {
    const on = await newStage({ figures: { longestChannelLine: 1, channelIntervalMs: 60_000 } });
    for (const text of ["live-room", "live-8821", "muted-room"]) {
      // In this order.
      // oxlint-disable-next-line no-await-in-loop
      await on.slack.say({ channel, text });
    }
    const told = (await answers(on, 2)).find(({ ephemeralTo }) => ephemeralTo !== undefined);
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(JSON.stringify(told?.raw)).not.toContain("room_share");
  });
});

describe("the direct messages of two people", () => {
  it("keep a card that both see as it is, once operators close them again", async () => {
    const open = await newStage({ environment: { ALLOW_EXTERNAL_CHANNELS: "true" } });
    const asked = await open.slack.command({ text: "live-room --share", channel: peopleDm });
    const [card] = await asked.settled();
    if (card === undefined) throw new Error("no card came");
    expect(card.visibility).toBe("in_channel");
    await open.close();

    const on = await newStage();
    const { text, blocks } = card;
    const { user, botId, via } = card;
    const old = { channel: peopleDm, user, botId, via, text, blocks };
    const shared = on.slack.workspace.post(old);
    const [told] = await (await on.slack.press(shared, "room_refresh")).settled();
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("can't tell who reads along");
    expect(shared.edits).toHaveLength(0);
    expect(on.log.join()).not.toContain("could not read whether a channel is shared");
  });
});
