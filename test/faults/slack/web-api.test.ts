import { describe, expect, it, vi } from "vitest";
import type { Message } from "../../../simulator/slack/messages.ts";
import { BOT_USER, people, places } from "../../../simulator/slack/seed.ts";
import { endings, faultStage } from "../../support/fault-stage.ts";
import { readLog } from "../../support/log-lines.ts";
import type { Stage } from "../../support/stage.ts";
import { briskWatches } from "../../support/watch-figures.ts";

const patient = { timeout: 15_000 };
const mention = `<@${BOT_USER}> live-room`;

const fromBot = ({ slack }: Stage, count = 1): Promise<readonly Message[]> =>
  slack.waitForMessages(({ user }) => user === BOT_USER, 15_000, count);

const callsOf = ({ slack }: Stage, name: string) =>
  slack.calls.filter(({ method }) => method === name);

const ask = ({ slack }: Stage, channel: string = places.support) =>
  slack.say({ channel, text: mention });

describe.concurrent("the Web API", () => {
  it("Slack wants a post later (429 with Retry-After), while other channels go on", async () => {
    const stage = await faultStage("http");
    stage.slack.fault.webApi("chat.postMessage", { kind: "rate_limited", retryAfter: 2 });
    await ask(stage, places.support);
    await vi.waitFor(() => expect(callsOf(stage, "chat.postMessage")).toHaveLength(1), patient);
    await ask(stage, places.backstage);
    const cards = await fromBot(stage, 2);
    expect(cards.map(({ channel }) => channel)).toEqual([places.backstage, places.support]);
    const [held, , again] = callsOf(stage, "chat.postMessage");
    expect(Number(again?.at) - Number(held?.at)).toBeGreaterThanOrEqual(1_950);
    expect(await endings(stage, 2)).toMatchObject([
      { outcome: "answered" },
      { outcome: "answered" },
    ]);
  });

  it("Slack fails to take a post (503)", async () => {
    const stage = await faultStage("http");
    stage.slack.fault.webApi("chat.postMessage", { kind: "status", status: 503 });
    await ask(stage);
    const [card] = await fromBot(stage);
    expect(card?.text).toContain("Friday night karaoke");
    expect(callsOf(stage, "chat.postMessage")).toHaveLength(2);
    expect(await endings(stage)).toMatchObject([{ outcome: "answered" }]);
  });

  it("Slack resets the connection of a post", async () => {
    const stage = await faultStage("http");
    stage.slack.fault.webApi("chat.postMessage", { kind: "reset" });
    await ask(stage);
    const [card] = await fromBot(stage);
    expect(card?.text).toContain("Friday night karaoke");
    expect(await endings(stage)).toMatchObject([{ outcome: "answered" }]);
  });

  it("Slack refuses the blocks of a post (invalid_blocks)", async () => {
    const stage = await faultStage("http");
    stage.slack.fault.webApi("chat.postMessage", { kind: "error", error: "invalid_blocks" });
    await ask(stage);
    const [card] = await fromBot(stage);
    expect(card?.text).toContain("Friday night karaoke");
    expect(JSON.stringify(card?.raw)).not.toContain("covers.example");
    expect(callsOf(stage, "chat.postMessage")).toHaveLength(2);
  });

  it("the channel was archived", async () => {
    const stage = await faultStage("http");
    stage.slack.fault.webApi("chat.postMessage", { kind: "error", error: "is_archived" });
    await ask(stage);
    const [end] = await endings(stage);
    expect(end).toMatchObject({ level: "error", outcome: "failed", undelivered: "is_archived" });
    expect(callsOf(stage, "chat.postMessage")).toHaveLength(1);
    expect(stage.slack.workspace.messages.filter(({ user }) => user === BOT_USER)).toEqual([]);
  });

  it("the bot is not in the channel", async () => {
    const stage = await faultStage("http");
    const { slack } = stage;
    const [card] = await (
      await slack.command({ text: "live-room", channel: places.lobby })
    ).settled(1, 15_000);
    if (card === undefined) throw new Error("no card came");
    expect(card.text).toContain("Friday night karaoke");
    const watched = await slack.command({ text: "watch live-room", channel: places.lobby });
    const [told] = await watched.settled(1, 15_000);
    expect(told?.visibility).toBe("ephemeral");
    expect(told?.text).toContain("/invite @Greenroom");
    expect(callsOf(stage, "chat.postMessage")).toEqual([]);
  });

  it("the card in a thread was deleted", async () => {
    const stage = await faultStage("http");
    const { message: root } = await stage.slack.say({ channel: places.support, text: "room?" });
    const say = () => stage.slack.say({ channel: places.support, thread: root.ts, text: mention });
    await say();
    const [card] = await fromBot(stage);
    if (card === undefined) throw new Error("no card came");
    await endings(stage);
    await stage.slack.deleteMessage(card);
    await say();
    const [, second] = await fromBot(stage, 2);
    expect(second?.visibility).toBe("in_channel");
    expect(second?.ts).not.toBe(card.ts);
    expect(await endings(stage, 2)).toMatchObject([
      { outcome: "answered" },
      { outcome: "answered" },
    ]);
  });

  it("the bot's token is revoked in the middle of a run", async () => {
    const stage = await faultStage("http");
    const { slack } = stage;
    slack.fault.webApi("*", { kind: "error", error: "token_revoked" }, 1_000);
    await ask(stage);
    const [end] = await endings(stage);
    expect(end).toMatchObject({ level: "error", outcome: "failed", undelivered: "token_revoked" });
    // A response_url needs no token: commands are still answered.
    const [card] = await (await slack.command({ text: "live-room" })).settled(1, 15_000);
    expect(card?.text).toContain("Friday night karaoke");
    expect(stage.log.join()).not.toContain("xoxb-");
  });

  it("Slack does not say who a person is", async () => {
    const stage = await faultStage("http");
    const { slack } = stage;
    slack.fault.webApi("users.info", { kind: "hang" }, 10);
    slack.fault.webApi("conversations.info", { kind: "hang" }, 10);
    const [told] = await (
      await slack.command({ text: "live-room --share", user: people.asker })
    ).settled(1, 15_000);
    // Who reads along in the channel is not known: the asker alone sees it.
    expect(told?.visibility).toBe("ephemeral");
    const [end] = await endings(stage);
    expect(["answered", "refused"]).toContain(end?.["outcome"]);
  });

  it("the message of a watch was deleted", async () => {
    const stage = await faultStage("http", {
      figures: briskWatches,
      slack: { channelBurst: 100 },
    });
    const { slack, tencent } = stage;
    await (await slack.command({ text: "watch live-room" })).settled(1, 15_000);
    const [card] = await slack.waitForMessages(({ visibility }) => visibility === "in_channel");
    if (card === undefined) throw new Error("no card came");
    await slack.deleteMessage(card);
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    const ended = expect.objectContaining({
      level: "warn",
      why: "lost",
      detail: expect.stringMatching(/^(?:message|thread)_not_found$/),
    });
    await vi.waitFor(() => expect(readLog(stage.log)).toContainEqual(ended), patient);
    const [list] = await (await slack.command({ text: "watches" })).settled(1, 15_000);
    expect(list?.text).toContain("None.");
  });

  it("Slack's answer to a post of a watch is lost", async () => {
    const stage = await faultStage("http", {
      figures: briskWatches,
      slack: { channelBurst: 100 },
    });
    const { slack, tencent } = stage;
    await (await slack.command({ text: "watch live-room" })).settled(1, 15_000);
    const [card] = await slack.waitForMessages(({ visibility }) => visibility === "in_channel");
    if (card === undefined) throw new Error("no card came");
    const replies = () => slack.workspace.replies(card.channel, card.ts).map(({ text }) => text);
    slack.fault.webApi("chat.postMessage", { kind: "reset", applied: true });
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    await vi.waitFor(() => expect(replies()).toHaveLength(1), patient);
    tencent.rooms.update("live-room", { IsPublicVisible: false });
    await vi.waitFor(() => expect(replies()).toHaveLength(2), patient);
    expect(replies()[0]).toContain("Chat was muted for everyone");
    expect(replies()[1]).toContain("hidden");
  });
});
