import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { readLog } from "../support/log-lines.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";
import { briskWatches } from "../support/watch-figures.ts";

let stage: Stage;
afterEach(() => stage.close());

const publicCards = (): readonly Message[] =>
  stage.slack.workspace.messages.filter(
    ({ user, visibility, deleted }) => user === BOT_USER && visibility === "in_channel" && !deleted,
  );
const cardIn = (messages: readonly Message[]): Message => {
  const [card] = messages;
  if (card === undefined) throw new Error("no card was posted");
  return card;
};
const repliesTo = (card: Message): string[] =>
  stage.slack.workspace.replies(card.channel, card.ts).map(({ text }) => text);
const shows = (message: Message, text: string | RegExp): Promise<void> =>
  vi.waitFor(() => expect(message.text).toMatch(text), { timeout: 4_000 });
const command = async (text: string, channel: string = places.support) => {
  const [answer] = await (await stage.slack.command({ text, channel })).settled();
  return answer;
};
const change = (patch: Parameters<Stage["tencent"]["rooms"]["update"]>[1]) =>
  stage.tencent.rooms.update("live-room", patch);

/** Watches a room by the command. @returns its card */
async function watch(words = "watch live-room"): Promise<Message> {
  await command(words);
  return cardIn(publicCards());
}

describe.each(modes)("a watch over %s", (mode) => {
  beforeEach(async () => {
    stage = await setStage(mode, { figures: briskWatches, slack: { channelBurst: 100 } });
  });

  it("begins with a card for all to see, and a word for whoever asked", async () => {
    const answer = await command("watch live-room for 30m");
    expect(answer?.visibility).toBe("ephemeral");
    expect(answer?.text).toContain("watched now");
    const card = cardIn(publicCards());
    expect(card.channel).toBe(places.support);
    expect(card.text).toContain("Friday night karaoke");
    expect(card.text).toContain("This card is watched until");
    expect(JSON.stringify(card.raw)).toContain("room_unwatch");
    expect(JSON.stringify(card.raw)).toContain(`Started by <@${people.asker}>`);
  });

  it("edits its card when the room changes, says so in the thread, and else is silent", async () => {
    const card = await watch();
    await wait(400);
    expect(card.edits).toHaveLength(0);
    change({ IsMessageDisabled: true, Owner_Account: "host-2" });
    await shows(card, "Muted for everyone");
    await vi.waitFor(() => expect(repliesTo(card)).toHaveLength(1));
    const [reply] = repliesTo(card);
    expect(reply).toContain("Chat was muted for everyone; the owner changed.");
    expect(reply).toContain("Owner: host-2");
    await wait(400);
    expect(card.edits).toHaveLength(1);
    expect(repliesTo(card)).toHaveLength(1);
  });

  it("ends with its room: a reply, a last edit, and no more questions", async () => {
    const card = await watch();
    stage.tencent.rooms.dissolve("live-room");
    await shows(card, "The room has gone, so the watch has ended");
    expect(card.text).toContain("Room name: Friday night karaoke");
    expect(JSON.stringify(card.raw)).not.toContain("room_unwatch");
    await vi.waitFor(() => expect(repliesTo(card)).toHaveLength(1));
    expect(repliesTo(card)[0]).toContain("The room has gone");
    const { queries } = stage.tencent.stats();
    await wait(400);
    expect(stage.tencent.stats().queries).toBe(queries);
  });

  it("is stopped by its button, by anybody", async () => {
    const card = await watch();
    const pressed = await stage.slack.press(card, "room_unwatch", { user: people.colleague });
    const [told] = await pressed.settled();
    expect(told?.ephemeralTo).toBe(people.colleague);
    expect(told?.text).toContain("no longer watched");
    await shows(card, "Somebody stopped this watch");
    expect(JSON.stringify(card.raw)).toContain(`<@${people.colleague}> stopped this watch`);
    change({ IsMessageDisabled: true });
    await wait(400);
    expect(card.text).not.toContain("Muted");
    expect(repliesTo(card)).toEqual([]);
  });

  it("begins at a press of Watch: the card that all see becomes the watch's", async () => {
    await command("live-room --share");
    const card = cardIn(publicCards());
    await (await stage.slack.press(card, "room_watch")).settled();
    await shows(card, "This card is watched until");
    change({ IsPublicVisible: false });
    await shows(card, "Hidden");
    expect(publicCards().filter(({ threadTs }) => threadTs === undefined)).toHaveLength(1);
  });

  it("begins at a press on a card that the asker alone sees with a new one for all", async () => {
    const own = await command("live-room");
    if (own === undefined) throw new Error("no card came");
    await (await stage.slack.press(own, "room_watch")).settled();
    expect(cardIn(publicCards()).text).toContain("This card is watched until");
    expect(own.text).not.toContain("watched");
  });

  it("begins by mention in a thread, where its card and its replies are", async () => {
    const { message: root } = await stage.slack.say({ channel: places.support, text: "silent?" });
    const say = (text: string) =>
      stage.slack.say({ channel: places.support, thread: root.ts, text: `<@${BOT_USER}> ${text}` });
    await say("live-room");
    await stage.slack.waitForMessages(({ user }) => user === BOT_USER);
    await say("watch live-room");
    const card = cardIn(publicCards());
    await shows(card, "This card is watched until");
    expect(card.threadTs).toBe(root.ts);
    change({ IsSeatEnabled: false });
    const inThread = () =>
      stage.slack.workspace
        .replies(places.support, root.ts)
        .filter(({ user, ephemeralTo }) => user === BOT_USER && ephemeralTo === undefined);
    await vi.waitFor(() => expect(inThread()).toHaveLength(2));
    expect(inThread()[1]?.text).toContain("Seats were turned off");
    // Who asks for the room once more does not put another card in its place.
    await say("live-room");
    await wait(300);
    expect(card.text).toContain("This card is watched until");
    expect(inThread()).toHaveLength(2);
  });
});

it.each(["live-room first", "the watch first"])(
  "a thread has one card of a room, also where it is asked for and watched at once (%s)",
  async (order) => {
    stage = await setStage("http", { figures: briskWatches, slack: { channelBurst: 100 } });
    const { message: root } = await stage.slack.say({ channel: places.support, text: "silent?" });
    const say = (text: string) =>
      stage.slack.say({ channel: places.support, thread: root.ts, text: `<@${BOT_USER}> ${text}` });
    const both = ["live-room", "watch live-room"];
    await Promise.all((order === "live-room first" ? both : both.toReversed()).map(say));
    await vi.waitFor(() => expect(cardIn(publicCards()).text).toContain("watched until"), 4_000);
    await wait(300);
    expect(publicCards()).toHaveLength(1);
  },
);

describe("a watch", () => {
  beforeEach(async () => {
    stage = await setStage("http", { figures: briskWatches, slack: { channelBurst: 100 } });
  });

  it("tells of a jump in entries where somebody asked for that, and not otherwise", async () => {
    const card = await watch("watch live-room entries 500");
    change({ ViewCount: 1_000 });
    await shows(card, /1,000 \(people/);
    expect(repliesTo(card)).toEqual([]);
    change({ ViewCount: 1_400 });
    await vi.waitFor(() => expect(repliesTo(card)).toHaveLength(1));
    expect(repliesTo(card)[0]).toContain("588 more entries");
  });

  it("asks once for all the watches of a room", async () => {
    await command("watch live-room", places.support);
    await command("watch live-room", places.backstage);
    await stage.slack.say({ channel: places.support, text: `<@${BOT_USER}> watch live-room` });
    await vi.waitFor(() => expect(publicCards()).toHaveLength(3));
    await wait(1_000);
    const { queries } = stage.tencent.stats();
    await wait(1_500);
    // Calm by now: one in 150 ms.
    expect(stage.tencent.stats().queries - queries).toBeLessThanOrEqual(11);
    change({ IsMessageDisabled: true });
    await vi.waitFor(() =>
      expect(publicCards().filter(({ text }) => text.includes("Chat: Muted"))).toHaveLength(3),
    );
  });

  it("is not begun twice in one place: the first goes on, for longer where asked", async () => {
    const card = await watch("watch live-room for 1h");
    const before = card.text;
    const answer = await command("watch live-room for 20h");
    expect(answer?.text).toContain("already");
    await vi.waitFor(() => expect(card.text).not.toBe(before));
    expect(publicCards()).toHaveLength(1);
  });

  it("is listed with its channel's others, and stopped by its ID", async () => {
    expect((await command("watches"))?.text).toContain("None.");
    const card = await watch();
    await command("watch muted-room");
    const list = await command("watches");
    expect(list?.visibility).toBe("ephemeral");
    expect(list?.text).toContain("live-room");
    expect(list?.text).toContain("muted-room");
    expect((await command("watches", places.backstage))?.text).toContain("None.");
    expect((await command("unwatch live-room"))?.text).toContain("no longer watched");
    await shows(card, "Somebody stopped this watch");
    expect((await command("unwatch live-room"))?.text).toContain("not watched here");
    expect((await command("watches"))?.text).not.toContain("live-room");
  });

  it("says since when Tencent gives no answer, once, and goes on when it does", async () => {
    const card = await watch();
    stage.tencent.weather.set({ kind: "code", code: 60020 });
    await shows(card, /Not up to date since .+: .+\. This bot goes on asking\./);
    await wait(500);
    expect(card.edits).toHaveLength(1);
    change({ IsMessageDisabled: true });
    stage.tencent.weather.set(null);
    await shows(card, "Muted for everyone");
    expect(card.text).not.toContain("Not up to date");
    expect(repliesTo(card)).toHaveLength(1);
  });

  it("does not flap where Tencent fails every other time", async () => {
    const card = await watch();
    const { queries } = stage.tencent.stats();
    for (let failures = 1; failures <= 6; failures += 1) {
      stage.tencent.weather.next(1, { kind: "code", code: 60020 });
      // That one, and the good one behind it.
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect
        .poll(() => stage.tencent.stats().queries, { timeout: 5_000 })
        .toBeGreaterThanOrEqual(queries + 2 * failures);
    }
    expect(card.edits).toHaveLength(0);
  });

  it("is not begun for a room that is not there, or of which Tencent says nothing", async () => {
    expect((await command("watch gone-room"))?.text).toContain("No room with this ID");
    stage.tencent.weather.set({ kind: "code", code: 60020 });
    expect((await command("watch live-room"))?.text).toContain("60020");
    expect(publicCards()).toEqual([]);
    expect((await command("watches"))?.text).toContain("None.");
  });

  it.each([
    ["where the bot is no member", places.lobby, "/invite @Greenroom"],
    ["in a channel that is shared with another company", places.shared, "another company"],
  ])("is not begun %s, and its asker hears why", async (_, channel, why) => {
    const answer = await command("watch live-room", channel);
    expect(answer?.visibility).toBe("ephemeral");
    expect(answer?.text).toContain("This room is not watched");
    expect(answer?.text).toContain(why);
    expect(publicCards()).toEqual([]);
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("is not begun by a guest", async () => {
    const channel = [...stage.slack.workspace.channels.values()].find(
      ({ id, members }) =>
        members.has(people.guest) && members.has(BOT_USER) && id !== places.shared,
    );
    const asked = { text: "watch live-room", user: people.guest, channel: channel?.id ?? "" };
    const [answer] = await (await stage.slack.command(asked)).settled();
    expect(answer?.text).toContain("members of the company alone");
    expect(publicCards()).toEqual([]);
  });

  it("ends when its card is deleted, and the log says so", async () => {
    const card = await watch();
    await stage.slack.deleteMessage(card);
    change({ IsMessageDisabled: true });
    await vi.waitFor(() =>
      expect(readLog(stage.log)).toContainEqual(
        expect.objectContaining({
          level: "warn",
          why: "lost",
          detail: expect.stringMatching(/^(?:message|thread)_not_found$/),
        }),
      ),
    );
    expect((await command("watches"))?.text).toContain("None.");
  });

  it("ends when its channel is opened to another company, before that sees any of it", async () => {
    const card = await watch();
    const channel = stage.slack.workspace.channels.get(places.support);
    if (channel !== undefined) channel.isExtShared = true;
    change({ IsMessageDisabled: true });
    await vi.waitFor(() =>
      expect(readLog(stage.log)).toContainEqual(
        expect.objectContaining({ why: "lost", detail: expect.stringContaining("shared") }),
      ),
    );
    expect(card.edits).toHaveLength(0);
    expect(repliesTo(card)).toEqual([]);
  });

  it("ends when the bot is taken out of the channel", async () => {
    const card = await watch();
    stage.slack.workspace.channels.get(places.support)?.members.delete(BOT_USER);
    change({ IsMessageDisabled: true });
    await vi.waitFor(() =>
      expect(readLog(stage.log)).toContainEqual(
        expect.objectContaining({ why: "lost", detail: "not_in_channel" }),
      ),
    );
    expect(card.edits).toHaveLength(0);
  });

  it.each(["internal_error", "timeout"] as const)(
    "says a thing once, though Slack's answer to it is lost (%s)",
    async (how) => {
      const card = await watch();
      stage.slack.fault.webApi(
        "chat.postMessage",
        how === "timeout"
          ? { kind: "reset", applied: true }
          : { kind: "error", error: "internal_error", applied: true },
      );
      change({ IsMessageDisabled: true });
      await vi.waitFor(() => expect(repliesTo(card)).toHaveLength(1));
      change({ IsPublicVisible: false });
      await vi.waitFor(() => expect(repliesTo(card)).toHaveLength(2));
      await wait(300);
      expect(repliesTo(card)).toHaveLength(2);
    },
  );

  it("says a thing all the same, when Slack did not take it at first", async () => {
    const card = await watch();
    stage.slack.fault.webApi("chat.postMessage", { kind: "reset" });
    stage.slack.fault.webApi("chat.update", { kind: "rate_limited", retryAfter: 1 });
    change({ IsMessageDisabled: true });
    await vi.waitFor(() => expect(repliesTo(card)).toHaveLength(1), { timeout: 4_000 });
    await shows(card, "Muted for everyone");
    await wait(200);
    expect(repliesTo(card)).toHaveLength(1);
  });
});

it("a watch ends when its time is over, with a last edit", async () => {
  stage = await setStage("http", { figures: { ...briskWatches, watchForMs: 500 } });
  const card = await watch();
  await shows(card, "The time of this watch was over");
  expect(JSON.stringify(card.raw)).toContain("room_watch");
  expect(repliesTo(card)).toEqual([]);
});

it("a watch is not begun where Slack does not take its card, and nothing stays of it", async () => {
  const environment = { ALLOW_EXTERNAL_CHANNELS: "true" };
  stage = await setStage("http", { figures: briskWatches, environment });
  const answer = await command("watch live-room", places.lobby);
  expect(answer?.text).toContain("/invite @Greenroom");
  expect((await command("watches", places.lobby))?.text).toContain("None.");
  const { queries } = stage.tencent.stats();
  await wait(300);
  expect(stage.tencent.stats().queries).toBeLessThanOrEqual(queries + 1);
});

it("a bot that keeps nothing says that it keeps no watches, and offers none", async () => {
  stage = await setStage("http", { environment: { DATA_DIR: "none" } });
  expect((await command("watch live-room"))?.text).toContain("keeps no watches");
  const card = await command("live-room");
  expect(JSON.stringify(card?.raw)).not.toContain("room_watch");
  expect((await command("help"))?.text).not.toContain("watch");
});
