import { afterEach, describe, expect, it } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import type { StageOptions } from "../support/stage.ts";
import { modes, setStage, type Mode, type Stage } from "../support/stage.ts";

const room = "Friday night karaoke";
const notForGuests = "members of the company alone";
/** Only where Slack's own event says so; a payload with the workspace's id is no help here. */
const membersOnly = "This bot is not in this channel";

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function newStage(mode: Mode, options: StageOptions = {}): Promise<Stage> {
  stage = await setStage(mode, options);
  return stage;
}

async function answerTo(
  { slack }: Stage,
  text: string,
  { user = people.asker, channel = places.support }: { user?: string; channel?: string } = {},
) {
  const interaction = await slack.command({ text, user, channel });
  return (await interaction.settled())[0];
}

describe.each(modes)("who gets to see a room, over %s", (mode) => {
  it("a guest is told to ask a member, and Tencent is asked nothing", async () => {
    const on = await newStage(mode);
    const told = await answerTo(on, "live-room", { user: people.guest });
    expect(told?.ephemeralTo).toBe(people.guest);
    expect(told?.text).toContain(notForGuests);
    expect(told?.text).not.toContain(room);
    expect(on.tencent.stats().queries).toBe(0);
  });

  it("somebody of another company gets nothing either", async () => {
    const on = await newStage(mode);
    const asked = { user: people.partner, channel: places.shared };
    expect((await answerTo(on, "live-room", asked))?.text).toContain(notForGuests);
    expect((await answerTo(on, "live-room --share", asked))?.text).toContain(notForGuests);
    expect(on.tencent.stats().queries).toBe(0);
  });

  it("a share into a channel with another company reaches its asker alone", async () => {
    const on = await newStage(mode);
    const card = await answerTo(on, "live-room --share", { channel: places.shared });
    expect(card?.ephemeralTo).toBe(people.asker);
    expect(card?.text).toContain("This channel is shared with another company");
    expect(card?.text).toContain(room);
  });

  it("where the bot can't know, its asker alone gets the card, with how to invite it", async () => {
    const on = await newStage(mode);
    const card = await answerTo(on, "live-room --share", { channel: places.lobby });
    expect(card?.ephemeralTo).toBe(people.asker);
    expect(card?.text).toContain(membersOnly);
    expect(card?.text).toContain("/invite @Greenroom");
    // Invited, it knows at once.
    on.slack.workspace.channels.get(places.lobby)?.members.add(BOT_USER);
    const shared = await answerTo(on, "live-room --share", { channel: places.lobby });
    expect(shared?.visibility).toBe("in_channel");
  });

  it("Share is checked at the click", async () => {
    const on = await newStage(mode);
    const card = await answerTo(on, "live-room", { channel: places.shared });
    if (card === undefined) throw new Error("no card came");
    const pressed = await on.slack.press(card, "room_share");
    const told = (await pressed.settled()).at(-1);
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("shared with another company");
  });

  it("with ALLOW_EXTERNAL_CHANNELS, a share reaches everybody", async () => {
    const on = await newStage(mode, { environment: { ALLOW_EXTERNAL_CHANNELS: "true" } });
    const card = await answerTo(on, "live-room --share", { channel: places.shared });
    expect(card?.visibility).toBe("in_channel");
  });
});

describe("what Slack says of people and channels", () => {
  it("is asked once, and remembered", async () => {
    const on = await newStage("http");
    await answerTo(on, "live-room");
    await answerTo(on, "gone-room");
    await answerTo(on, "live-room --share");
    await answerTo(on, "gone-room --share");
    const asked = on.slack.calls.map(({ method }) => method);
    expect(asked.filter((method) => method === "users.info")).toHaveLength(1);
    expect(asked.filter((method) => method === "conversations.info")).toHaveLength(1);
  });

  it("is waited for no longer than it takes to lose patience", async () => {
    const on = await newStage("http", { figures: { companyTimeoutMs: 100 } });
    on.slack.fault.webApi("users.info", { kind: "hang" });
    expect((await answerTo(on, "live-room"))?.text).toContain(room);
    expect(on.log.join()).toContain("could not read whether somebody is a guest");
  });

  it("without the scopes, members are still answered and nothing is shared", async () => {
    const on = await newStage("http", {
      slack: { scopes: ["commands", "chat:write"], events: [] },
    });
    expect((await answerTo(on, "live-room"))?.text).toContain(room);
    const shared = await answerTo(on, "live-room --share");
    expect(shared?.visibility).toBe("ephemeral");
    expect(on.log.join()).toContain("could not read whether a channel is shared");
  });

  it("from a Web API that knows no such methods, colleagues are answered as they ask", async () => {
    const on = await newStage("http");
    const unknown = { kind: "error", error: "unknown_method" } as const;
    on.slack.fault.webApi("users.info", unknown, 5);
    on.slack.fault.webApi("conversations.info", unknown, 5);
    expect((await answerTo(on, "live-room --share"))?.visibility).toBe("in_channel");
  });
});
