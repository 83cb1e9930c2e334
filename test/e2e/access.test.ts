import { afterEach, describe, expect, it } from "vitest";
import { BOT_USER, groups, people, places } from "../../simulator/slack/seed.ts";
import { setStage, type Stage } from "../support/stage.ts";

async function answerTo({ slack }: Stage, user: string, channel: string = places.support) {
  const interaction = await slack.command({ text: "live-room", user, channel });
  return (await interaction.settled())[0];
}

describe("who may ask", () => {
  let stage: Stage | undefined;
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });

  async function newStage(environment: Record<string, string>) {
    stage = await setStage("http", { environment });
    return stage;
  }

  it("with ALLOWED_USERS, those on the list alone, and the others are told why", async () => {
    const on = await newStage({ ALLOWED_USERS: people.colleague });
    expect((await answerTo(on, people.colleague))?.text).toContain("Friday night karaoke");
    const refused = await answerTo(on, people.asker);
    expect(refused?.visibility).toBe("ephemeral");
    expect(refused?.text).toContain("This bot may not answer you");
    expect(on.tencent.stats().queries).toBe(1);
  });

  it("with a user group, its members", async () => {
    const on = await newStage({ ALLOWED_USERS: groups.oncall });
    const group = on.slack.workspace;
    const answers = await Promise.all(
      [people.asker, people.colleague].map(async (user) => (await answerTo(on, user))?.text ?? ""),
    );
    expect(group.messages).toHaveLength(2);
    expect(answers.filter((text) => text.includes("Friday night karaoke"))).toHaveLength(1);
    expect(answers.filter((text) => text.includes("may not answer you"))).toHaveLength(1);
  });

  it("with ALLOWED_CHANNELS, in those channels alone", async () => {
    const on = await newStage({ ALLOWED_CHANNELS: places.support });
    expect((await answerTo(on, people.asker))?.text).toContain("Friday night karaoke");
    const refused = await answerTo(on, people.asker, places.lobby);
    expect(refused?.text).toContain("does not answer in this channel");
  });

  it("is asked again at the press of a button", async () => {
    const on = await newStage({ ALLOWED_USERS: people.colleague });
    const shared = await on.slack.command({ text: "live-room --share", user: people.colleague });
    const [card] = await shared.settled();
    if (card === undefined) throw new Error("no card came");
    const pressed = await on.slack.press(card, "room_refresh", { user: people.asker });
    const [told] = await pressed.settled();
    expect(told?.text).toContain("This bot may not answer you");
    expect(card.edits).toHaveLength(0);
  });

  it("counts for mentions too", async () => {
    const on = await newStage({ ALLOWED_USERS: people.colleague });
    await on.slack.say({ channel: places.support, text: `<@${BOT_USER}> live-room` });
    const [told] = await on.slack.waitForMessages(({ user }) => user === BOT_USER);
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(on.tencent.stats().queries).toBe(0);
  });
});
