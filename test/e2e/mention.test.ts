import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

const mention = `<@${BOT_USER}>`;

describe.each(modes)("a mention of the bot over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode, { figures: { channelIntervalMs: 20, rememberMs: 1 } });
  });
  afterEach(() => stage.close());

  const say = async (text: string, thread?: string, channel: string = places.support) =>
    (await stage.slack.say({ channel, text, ...(thread === undefined ? {} : { thread }) })).message;

  const answers = (count: number) =>
    stage.slack.waitForMessages(({ user }) => user === BOT_USER, 5_000, count);

  it("is answered in the thread of the message, for all to see", async () => {
    const asked = await say(`${mention} live-room`);
    const [card] = await answers(1);
    expect(card?.text).toContain("Friday night karaoke");
    expect(card?.threadTs).toBe(asked.ts);
    expect(card?.visibility).toBe("in_channel");
    expect(JSON.stringify(card?.raw)).not.toContain("room_share");
  });

  it("is answered in the thread that it is written in", async () => {
    const first = await say("somebody can't get in");
    await say(`${mention} live-8821`, first.ts);
    const [card] = await answers(1);
    expect(card?.threadTs).toBe(first.ts);
    expect(card?.text).toContain("live-8821");
  });

  it("keeps one card of a room in a thread: the next brings it up to date and links to it", async () => {
    const first = await say("muted?");
    await say(`${mention} live-room`, first.ts);
    const [card] = await answers(1);
    stage.tencent.rooms.update("live-room", { IsMessageDisabled: true });
    await say(`${mention} live-room`, first.ts);
    const [, told] = await answers(2);
    expect(card?.edits).toHaveLength(1);
    expect(card?.text).toContain("Muted for everyone");
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("up to date now");
  });

  it("by two people at once gets one card all the same", async () => {
    const first = await say("which one?");
    await Promise.all([
      say(`${mention} live-room`, first.ts),
      say(`${mention} live-room`, first.ts),
    ]);
    await answers(2);
    await stage.stopBot();
    const cards = stage.slack.workspace.messages.filter(
      ({ user, visibility }) => user === BOT_USER && visibility === "in_channel",
    );
    expect(cards).toHaveLength(1);
  });

  it("posts a new card where the first was deleted", async () => {
    const first = await say("room?");
    await say(`${mention} live-room`, first.ts);
    const [card] = await answers(1);
    if (card === undefined) throw new Error("no card came");
    await stage.slack.deleteMessage(card);
    await say(`${mention} live-room`, first.ts);
    const [, second] = await answers(2);
    expect(second?.visibility).toBe("in_channel");
    expect(second?.ts).not.toBe(card.ts);
  });

  it("alone in a thread looks up the rooms that its first message names", async () => {
    const first = await say("users report room_id=live-8821 and room_id=muted-room as silent");
    await say(mention, first.ts);
    const cards = await answers(2);
    const text = cards.map((card) => card.text).join("\n");
    expect(text).toContain("live-8821");
    expect(text).toContain("Product launch");
    expect(cards.every(({ threadTs }) => threadTs === first.ts)).toBe(true);
  });

  it("alone in a thread that names no room asks which one, its asker alone", async () => {
    const first = await say("something is wrong");
    await say(mention, first.ts);
    const [told] = await answers(1);
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("Which room?");
  });

  it("tells a mistake to its asker alone, where they see it", async () => {
    await say(`${mention} ${"x".repeat(49)}`);
    const [told] = await answers(1);
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.seen).toBe(true);
    expect(told?.text).toContain("at most 48");
  });

  it("that Slack delivers four times is answered once", async () => {
    stage.slack.fault.repeatEvents(3);
    await say(`${mention} live-room`);
    await answers(1);
    await stage.stopBot();
    const posted = stage.slack.workspace.messages.filter(({ user }) => user === BOT_USER);
    expect(posted).toHaveLength(1);
    expect(stage.tencent.stats().queries).toBe(1);
  });

  it("is not answered for another company to see", async () => {
    await say(`${mention} live-room`, undefined, places.shared);
    const [told] = await answers(1);
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("shared with another company");
    expect(told?.text).toContain("Friday night karaoke");
  });
});

it("with ALLOW_EXTERNAL_CHANNELS, a mention is answered in a shared channel too", async () => {
  const stage = await setStage("http", { environment: { ALLOW_EXTERNAL_CHANNELS: "true" } });
  await stage.slack.say({ channel: places.shared, text: `${mention} live-room` });
  const [card] = await stage.slack.waitForMessages(({ user }) => user === BOT_USER);
  expect(card?.visibility).toBe("in_channel");
  await stage.close();
});
